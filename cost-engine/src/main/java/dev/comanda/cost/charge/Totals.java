package dev.comanda.cost.charge;

import java.math.BigDecimal;

/**
 * What a bill adds up to. Amounts have 12 digits after the point and are in the bill's currency.
 *
 * @param rows lines of the files, those that only divide an instance's cost among its pods too
 * @param unblended as invoiced
 * @param amortized prepaid cost where it is used
 * @param netAmortized the same after negotiated discounts
 * @param list at public on-demand prices
 * @param trueUp what of prepaid cost was amortised in the period, taken back
 * @param upfrontFees what was paid ahead in the period
 * @param currency of all lines, as ISO 4217 has it; empty where the bill has no line
 */
public record Totals(
        long rows,
        BigDecimal unblended,
        BigDecimal amortized,
        BigDecimal netAmortized,
        BigDecimal list,
        BigDecimal trueUp,
        BigDecimal upfrontFees,
        String currency) {

    /** {@code unblended - (amortized + true-up + upfront fees)}: 0, or what AWS lost in rounding. */
    public BigDecimal residue() {
        return unblended.subtract(amortized).subtract(trueUp).subtract(upfrontFees);
    }
}
