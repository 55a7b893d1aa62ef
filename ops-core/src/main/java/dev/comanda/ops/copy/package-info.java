/** Rows into PostgreSQL by COPY, in its text format: the only way in which bulk input enters the database. */
@NullMarked
package dev.comanda.ops.copy;

import org.jspecify.annotations.NullMarked;
