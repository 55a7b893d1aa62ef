/** Writes simulated bills: the lines are made in sets by DuckDB, out of the SQL that lies beside these classes. */
@NullMarked
package dev.comanda.cost.simulation.duckdb;

import org.jspecify.annotations.NullMarked;
