/** Sign-offs, reopenings and what a month came to, in PostgreSQL. */
@NullMarked
package dev.comanda.ops.close.persistence;

import org.jspecify.annotations.NullMarked;
