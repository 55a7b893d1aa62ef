/** Reads charge lines out of the files of a bill: footers with Apache Parquet's own reader, rows with DuckDB through jOOQ. */
@NullMarked
package dev.comanda.cost.scan.duckdb;

import org.jspecify.annotations.NullMarked;
