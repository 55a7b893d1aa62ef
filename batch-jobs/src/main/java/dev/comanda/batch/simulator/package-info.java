/**
 * Writes a synthetic marketplace day as an inbox, with the breaks it planted beside it.
 *
 * <p>It stands on the published contracts only. It must not know the readers, the feeds or the matching: what
 * it expects comes from what it planted, never from a second run of the rules.
 */
@NullMarked
package dev.comanda.batch.simulator;

import org.jspecify.annotations.NullMarked;
