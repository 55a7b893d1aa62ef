/** Deliveries, what is published of them, and restatements in PostgreSQL. */
@NullMarked
package dev.comanda.cost.imports.persistence;

import org.jspecify.annotations.NullMarked;
