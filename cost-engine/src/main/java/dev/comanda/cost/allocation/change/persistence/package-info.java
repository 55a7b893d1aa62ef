/** Changes of the rules in PostgreSQL. */
@NullMarked
package dev.comanda.cost.allocation.change.persistence;

import org.jspecify.annotations.NullMarked;
