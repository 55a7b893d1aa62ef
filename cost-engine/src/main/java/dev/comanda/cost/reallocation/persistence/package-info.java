/** Changes of the rules in PostgreSQL. */
@NullMarked
package dev.comanda.cost.reallocation.persistence;

import org.jspecify.annotations.NullMarked;
