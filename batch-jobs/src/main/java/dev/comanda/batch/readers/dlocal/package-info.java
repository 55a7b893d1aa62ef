/**
 * Reads dLocal's settlement report, whose rows come under two titles: a HEADER with the totals of one transfer, then its
 * transactions. The older report with semicolons is another one and is refused.
 */
@NullMarked
package dev.comanda.batch.readers.dlocal;

import org.jspecify.annotations.NullMarked;
