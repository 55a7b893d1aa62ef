/** Runs the cost engine: imports of bills and reports. */
@NullMarked
package dev.comanda.batch.cost;

import org.jspecify.annotations.NullMarked;
