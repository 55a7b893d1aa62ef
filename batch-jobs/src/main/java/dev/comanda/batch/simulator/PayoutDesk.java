package dev.comanda.batch.simulator;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Pays restaurants, or couriers, through the bank, and plants what can go wrong there. */
final class PayoutDesk {

    private static final int PERIODS = 2;
    private static final int PERIOD_MIN = 12;
    private static final int PERIOD_MAX = 200;
    private static final long OFF_BY = 100;
    private static final long SUM_OFF_BY = 500;
    private static final int SECOND_ACCOUNT_ONE_IN = 4;
    private static final int TENTHS = 10;
    private static final int DEBITED_ON_PAYDAY_TENTHS = 2;
    private static final int DEBITED_WHEN_DUE_TENTHS = 7;

    private final Window window;
    private final Reconciliation here;
    private final Sender events;
    private final Accounts accounts;
    private final CnabReturns returns;
    private final Expectation expectation;
    private final Set<Long> repeatedAmounts;
    private int debits;
    private boolean owesOneWithoutReference;

    /** Tells of a payout that was instructed. */
    interface Sender {
        void send(Payout payout) throws IOException;
    }

    /**
     * Where the debits are booked: every so many in the second account.
     *
     * @param collective the account whose statement can have collective entries
     */
    record Accounts(BankAccount first, BankAccount second, BankAccount collective) {}

    /** Whose payouts they are. */
    record Side(Reconciliation reconciliation, Sender events, Accounts accounts, CnabReturns returns) {}

    PayoutDesk(Window window, Side side, Expectation expectation, Set<Long> repeatedAmounts) {
        this.window = window;
        this.here = side.reconciliation();
        this.events = side.events();
        this.accounts = side.accounts();
        this.returns = side.returns();
        this.expectation = expectation;
        this.repeatedAmounts = repeatedAmounts;
    }

    void pay(List<Payout> payouts) throws IOException {
        long overdue =
                payouts.stream().filter(payout -> window.isOver(dueOf(payout))).count();
        int period = (int) Math.min(PERIOD_MAX, Math.max(PERIOD_MIN, overdue / PERIODS));
        int index = 0;
        for (Payout payout : payouts) {
            if (window.isOver(dueOf(payout))) {
                payOverdue(payout, caseOf(payout, index++ % period), index);
            } else {
                payRecent(payout, index++);
            }
        }
    }

    /** A debit without a reference is found by its amount, so that no other payout may have the same. */
    private PayoutCase caseOf(Payout payout, int slot) {
        boolean unique = !repeatedAmounts.contains(payout.amount());
        PayoutCase[] cases = PayoutCase.values();
        PayoutCase planted = slot < cases.length ? cases[slot] : PayoutCase.NOTHING;
        if (planted == PayoutCase.WITHOUT_REFERENCE && !unique) {
            owesOneWithoutReference = true;
            return PayoutCase.NOTHING;
        }
        if (planted == PayoutCase.NOTHING && owesOneWithoutReference && unique) {
            owesOneWithoutReference = false;
            return PayoutCase.WITHOUT_REFERENCE;
        }
        return planted;
    }

    private void payOverdue(Payout payout, PayoutCase planted, int index) throws IOException {
        if (planted == PayoutCase.WRONG_SUM) {
            payWrongSum(payout);
            return;
        }
        events.send(payout);
        long day = dueOf(payout);
        String reference = payout.bankReference();
        switch (planted) {
            case NOT_DEBITED ->
                broken(ExpectedBreak.ofLeft(BreakType.PAYOUT_NOT_DEBITED, payout.id(), -payout.amount()));
            case DEBITED_TWICE -> payTwice(payout, day);
            case RETURNED -> returned(payout, returns.notPaid(day, reference, payout.amount(), "AG"));
            case PAID_AND_RETURNED -> returned(payout, returns.notPaid(day, reference, payout.amount(), "00AG"));
            case OTHER_AMOUNT -> payOtherAmount(payout, day);
            case WITHOUT_REFERENCE -> {
                account().book(day, BankMovement.anonymous("TED ENVIADA REPASSE", -payout.amount()));
                expectation.matched(here, "amount-date");
            }
            case IN_COLLECTIVE_ENTRY -> {
                accounts.collective()
                        .bookTogether(
                                day,
                                BankMovement.naming(reference, -payout.amount(), BankMovement.Place.END_TO_END_ID));
                expectation.matched(here, "exact");
            }
            case PAID_AND_DEBITED, PAID_ONLY, ACCEPTED_AND_DEBITED -> answer(payout, planted, day);
            default -> answer(payout, usualWay(index), day);
        }
    }

    /** Half the payouts are seen as a debit alone, the others also, or only, as the bank's answer. */
    private static PayoutCase usualWay(int index) {
        return switch (index % TENTHS) {
            case 0, 1, 2 -> PayoutCase.PAID_AND_DEBITED;
            case 3, 4 -> PayoutCase.PAID_ONLY;
            default -> PayoutCase.NOTHING;
        };
    }

    private void payRecent(Payout payout, int index) throws IOException {
        events.send(payout);
        long due = dueOf(payout);
        boolean dueNow = !window.isLater(due);
        int share = dueNow ? DEBITED_WHEN_DUE_TENTHS : DEBITED_ON_PAYDAY_TENTHS;
        if (index % TENTHS < share) {
            answer(payout, PayoutCase.NOTHING, dueNow ? due : payout.instructedOn());
        } else {
            expectation.leftInTransit(here);
        }
    }

    private void answer(Payout payout, PayoutCase way, long day) {
        if (way == PayoutCase.PAID_AND_DEBITED || way == PayoutCase.PAID_ONLY) {
            returns.paid(day, payout.bankReference(), payout.amount());
        }
        if (way == PayoutCase.ACCEPTED_AND_DEBITED) {
            returns.notPaid(day, payout.bankReference(), payout.amount(), "BD");
        }
        if (way != PayoutCase.PAID_ONLY) {
            debit(payout, payout.amount(), day);
        }
        expectation.matched(here, "exact");
    }

    /** Both debits stand in the same account, the further one below, because ties go to the lowest reference. */
    private void payTwice(Payout payout, long day) {
        BankAccount account = account();
        BankMovement debit =
                BankMovement.naming(payout.bankReference(), -payout.amount(), BankMovement.Place.REMITTANCE_TEXT);
        account.book(day, debit);
        expectation.matched(here, "exact");
        broken(ExpectedBreak.ofRight(BreakType.DUPLICATE_PAYOUT, account.book(day, debit), -payout.amount()));
    }

    private void payOtherAmount(Payout payout, long day) {
        String record = debit(payout, payout.amount() + OFF_BY, day);
        broken(ExpectedBreak.ofBoth(
                BreakType.AMOUNT_MISMATCH, payout.id(), record, -payout.amount(), -payout.amount() - OFF_BY));
    }

    private void returned(Payout payout, String record) {
        broken(ExpectedBreak.ofBoth(
                BreakType.PAYOUT_RETURNED, payout.id(), record, -payout.amount(), -payout.amount()));
    }

    private void payWrongSum(Payout payout) throws IOException {
        Payout wrong = payout.withAmount(payout.amount() + SUM_OFF_BY);
        events.send(wrong);
        debit(wrong, wrong.amount(), dueOf(wrong));
        expectation.matched(here, "exact");
        expectation.finding(ExpectedFinding.of(
                "PAYOUT_SUM",
                wrong.id(),
                Amounts.tenThousandths(wrong.accrued()),
                Amounts.tenThousandths(wrong.paid())));
    }

    private String debit(Payout payout, long amount, long day) {
        BankMovement.Place[] places = BankMovement.Place.values();
        BankMovement.Place place = places[debits % places.length];
        return account().book(day, BankMovement.naming(payout.bankReference(), -amount, place));
    }

    private BankAccount account() {
        return ++debits % SECOND_ACCOUNT_ONE_IN == 0 ? accounts.second() : accounts.first();
    }

    private long dueOf(Payout payout) {
        return window.plusBusinessDays(payout.instructedOn(), 1);
    }

    private void broken(ExpectedBreak planted) {
        expectation.broken(here, planted);
    }
}
