/**
 * The domain of cloud cost: the bill, its allocation, budgets, forecasts, rightsizing and what they saved. It must not
 * know servlets or Spring Batch, nor the web that shows it or the jobs that run it.
 */
@NullMarked
package dev.comanda.cost;

import org.jspecify.annotations.NullMarked;
