/** FOCUS written by DuckDB. */
@NullMarked
package dev.comanda.cost.focus.duckdb;

import org.jspecify.annotations.NullMarked;
