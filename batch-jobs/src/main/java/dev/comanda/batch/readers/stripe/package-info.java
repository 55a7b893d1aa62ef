/**
 * Reads Stripe's itemised payout reconciliation, whatever columns were asked for, by their names. Amounts in it are in
 * major units, times in UTC.
 */
@NullMarked
package dev.comanda.batch.readers.stripe;

import org.jspecify.annotations.NullMarked;
