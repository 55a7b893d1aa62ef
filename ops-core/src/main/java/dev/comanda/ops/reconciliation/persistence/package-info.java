/**
 * The reconciliation engine: specs compiled to SQL over sets. A run copies its candidates to temporary tables, lets each
 * rule take its share, and publishes what came of it in one transaction.
 */
@NullMarked
package dev.comanda.ops.reconciliation.persistence;

import org.jspecify.annotations.NullMarked;
