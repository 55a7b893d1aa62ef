package dev.comanda.batch.simulator;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Credits the PSPs' payouts to our accounts, and plants what can go wrong there. */
final class PspPayoutDesk {

    private static final Reconciliation HERE = Reconciliation.PSP_PAYOUT;
    private static final int WITHOUT_REFERENCE_INDEX = 1;
    private static final long OFF_BY = 350;
    private static final long UNEXPECTED_CENTS = 77_777;
    private static final int ORDERS_PER_UNEXPECTED = 200_000;

    private final Window window;
    private final Bank bank;
    private final Expectation expectation;
    private int credits;

    PspPayoutDesk(Window window, Bank bank, Expectation expectation) {
        this.window = window;
        this.bank = bank;
        this.expectation = expectation;
    }

    void receive(List<PspPayout> payouts, int orders) {
        List<PspPayout> overdue =
                payouts.stream().filter(payout -> window.isOver(dueOf(payout))).toList();
        for (int index = 0; index < overdue.size(); index++) {
            receiveOverdue(overdue.get(index), index, overdue.size() - 1 - index, payouts);
        }
        for (PspPayout payout : payouts) {
            if (!window.isOver(dueOf(payout))) {
                receiveRecent(payout);
            }
        }
        Set<Long> amounts = payouts.stream().map(PspPayout::claimed).collect(Collectors.toSet());
        receiveUnexpected(1 + orders / ORDERS_PER_UNEXPECTED, amounts);
    }

    private void receiveOverdue(PspPayout payout, int index, int fromLast, List<PspPayout> all) {
        if (fromLast == 0) {
            broken(ExpectedBreak.ofLeft(BreakType.PAYOUT_NOT_RECEIVED, payout.record(), payout.claimed()));
            return;
        }
        if (fromLast == 1) {
            long credited = payout.claimed() - OFF_BY;
            String entry = credit(payout, credited);
            broken(ExpectedBreak.ofBoth(BreakType.AMOUNT_MISMATCH, payout.record(), entry, payout.claimed(), credited));
            return;
        }
        long same = all.stream()
                .filter(other -> other.claimed() == payout.claimed())
                .count();
        if (index == WITHOUT_REFERENCE_INDEX && same == 1) {
            accountOf(payout).book(dueOf(payout), BankMovement.anonymous("TED RECEBIDA", payout.claimed()));
            expectation.matched(HERE, "amount-date");
            return;
        }
        credit(payout, payout.claimed());
        expectation.matched(HERE, "exact");
    }

    /** What is due on the date has come, but for Stripe's; what is due later has not. */
    private void receiveRecent(PspPayout payout) {
        if (payout.psp() == Psp.STRIPE || window.isLater(dueOf(payout))) {
            expectation.leftInTransit(HERE);
            return;
        }
        credit(payout, payout.claimed());
        expectation.matched(HERE, "exact");
    }

    private void receiveUnexpected(int count, Set<Long> amounts) {
        long day = window.businessDays().get(Window.BUSINESS_DAYS - 2);
        long amount = UNEXPECTED_CENTS;
        for (int left = count; left > 0; left--) {
            while (amounts.contains(amount)) {
                amount++;
            }
            String entry = bank.camt().book(day, BankMovement.anonymous("TED SEM IDENTIFICACAO", amount));
            broken(ExpectedBreak.ofRight(BreakType.UNEXPECTED_CREDIT, entry, amount));
            amount++;
        }
    }

    private String credit(PspPayout payout, long amount) {
        BankMovement.Place[] places = BankMovement.Place.values();
        BankMovement.Place place = places[credits++ % places.length];
        return accountOf(payout).book(dueOf(payout), BankMovement.naming(payout.word(), amount, place));
    }

    private BankAccount accountOf(PspPayout payout) {
        return payout.psp() == Psp.DLOCAL ? bank.mt940() : bank.camt();
    }

    private long dueOf(PspPayout payout) {
        return window.plusBusinessDays(payout.day(), 1);
    }

    private void broken(ExpectedBreak planted) {
        expectation.broken(HERE, planted);
    }
}
