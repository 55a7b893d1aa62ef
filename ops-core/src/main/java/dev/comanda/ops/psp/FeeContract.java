package dev.comanda.ops.psp;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The fee that a provider and we agreed on: amount x rate + fixed, half-even to the currency's decimals (law FEE_CONTRACT).
 *
 * @param currency ISO 4217, of the amount and of the fixed part
 * @param validFrom the first business date; a later contract of the same provider and currency ends it
 * @param rate a fraction: 0.0199 is 1.99 %
 * @param fixed per line, in units of the currency
 */
public record FeeContract(Psp psp, String currency, LocalDate validFrom, BigDecimal rate, BigDecimal fixed) {}
