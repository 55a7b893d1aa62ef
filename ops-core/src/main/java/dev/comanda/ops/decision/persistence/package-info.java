/** Decisions in PostgreSQL, in sets: a night's cases are opened, asked about and closed by a few statements each. */
@NullMarked
package dev.comanda.ops.decision.persistence;

import org.jspecify.annotations.NullMarked;
