package dev.comanda.ops.psp;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Money a provider says it sends to our bank.
 *
 * @param position the record that states it: Adyen's MerchantPayout row, Stripe's payout row or the first row of the
 *     payout, dLocal's HEADER
 * @param reference what to look for in the bank's entry
 * @param amount towards us positive, with the digits of the file
 * @param date the payout's business date
 */
public record PspPayout(long position, Psp psp, String reference, BigDecimal amount, String currency, LocalDate date) {}
