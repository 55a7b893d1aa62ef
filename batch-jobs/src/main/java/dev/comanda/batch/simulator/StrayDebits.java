package dev.comanda.batch.simulator;

import java.util.Set;

/** Debits and answers of the bank's that no payout of ours explains. */
final class StrayDebits {

    private static final long TARIFF_CENTS = 7_790;
    private static final long STRANGER_CENTS = 31_415;
    private static final int ORDERS_PER_TARIFF = 100_000;

    private StrayDebits() {}

    /** Books tariffs, and a paid answer whose document number is nobody's; no amount is one of the payouts'. */
    static void plant(
            long day, int orders, Bank bank, CnabReturns returns, Ids ids, Set<Long> amounts, Expectation expectation) {
        long amount = TARIFF_CENTS;
        for (int left = 1 + orders / ORDERS_PER_TARIFF; left > 0; left--) {
            amount = freeFrom(amount + 1, amounts);
            String entry = bank.camt().book(day, BankMovement.anonymous("TARIFA PACOTE SERVICOS", -amount));
            unexpected(entry, amount, expectation);
        }
        long stranger = freeFrom(STRANGER_CENTS, amounts);
        unexpected(returns.paid(day, "XX" + ids.nextShort(), stranger), stranger, expectation);
    }

    private static void unexpected(String record, long amount, Expectation expectation) {
        expectation.broken(
                Reconciliation.RESTAURANT_PAYOUT, ExpectedBreak.ofRight(BreakType.UNEXPECTED_DEBIT, record, -amount));
    }

    private static long freeFrom(long first, Set<Long> amounts) {
        long amount = first;
        while (amounts.contains(amount)) {
            amount++;
        }
        return amount;
    }
}
