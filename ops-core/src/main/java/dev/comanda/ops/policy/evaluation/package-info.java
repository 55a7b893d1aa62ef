/** Evaluates tables with Operaton's DMN engine; the only place that names it (docs/adr/0006). It knows no rule of its own. */
@NullMarked
package dev.comanda.ops.policy.evaluation;

import org.jspecify.annotations.NullMarked;
