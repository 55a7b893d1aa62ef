package dev.comanda.ops.reconciliation;

import java.util.Map;

/**
 * After how many business days something is due (CONTRACTS section 3).
 *
 * @param settlementByPsp from a capture's business date to its settlement, by the PSP's wire name
 * @param payoutAtBank from the date of a PSP's payout to its arrival at the bank
 * @param accrual from an order's or a delivery's completion to its accrual
 * @param partyPayout from the instruction of a restaurant's or courier's payout to its debit
 */
public record Lags(Map<String, Integer> settlementByPsp, int payoutAtBank, int accrual, int partyPayout) {

    public Lags {
        settlementByPsp = Map.copyOf(settlementByPsp);
    }

    /** The lags of CONTRACTS section 3. */
    public static Lags standard() {
        return new Lags(Map.of("adyen", 2, "stripe", 2, "dlocal", 3, "pix", 1), 1, 1, 1);
    }
}
