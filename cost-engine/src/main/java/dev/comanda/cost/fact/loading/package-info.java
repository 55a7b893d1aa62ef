/** Writes the facts of one bill, with the proof that they are the bill. */
@NullMarked
package dev.comanda.cost.fact.loading;

import org.jspecify.annotations.NullMarked;
