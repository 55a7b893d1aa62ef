package dev.comanda.ops.psp;

import java.math.BigDecimal;

/**
 * A total that a record claims, beside what its rows sum to.
 *
 * @param position the record that claims
 * @param claimed the net amount it claims, with the sign that money towards us is positive
 * @param summed what its rows sum to, rounded half-even to the currency's decimals
 * @param agrees whether every total it claims agrees, also those that are no net amount
 * @param explanation which totals disagree, with both values; empty where all agree
 */
public record ControlTotal(
        long position, BigDecimal claimed, BigDecimal summed, String currency, boolean agrees, String explanation) {}
