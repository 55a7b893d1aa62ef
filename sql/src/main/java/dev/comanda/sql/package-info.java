/**
 * The database as Java sees it: below this package lie the tables that jOOQ generates from the migrations, one package
 * per schema. It must not know what the tables are for: no logic, no query, no class written by hand.
 */
@NullMarked
package dev.comanda.sql;

import org.jspecify.annotations.NullMarked;
