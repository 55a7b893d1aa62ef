/** Counts the calls and keeps the answers in PostgreSQL. */
@NullMarked
package dev.comanda.cost.opinion.persistence;

import org.jspecify.annotations.NullMarked;
