/** What is expected, and what dates lack of it, in PostgreSQL. */
@NullMarked
package dev.comanda.ops.completeness.persistence;

import org.jspecify.annotations.NullMarked;
