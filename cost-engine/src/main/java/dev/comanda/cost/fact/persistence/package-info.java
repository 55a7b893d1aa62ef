/** Answers questions about cost from the facts in PostgreSQL. */
@NullMarked
package dev.comanda.cost.fact.persistence;

import org.jspecify.annotations.NullMarked;
