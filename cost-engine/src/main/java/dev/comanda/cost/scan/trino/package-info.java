/** Bills that are tables of Trino: the same questions, past one machine. */
@NullMarked
package dev.comanda.cost.scan.trino;

import org.jspecify.annotations.NullMarked;
