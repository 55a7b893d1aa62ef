package dev.comanda.batch.simulator;

import java.io.IOException;
import java.util.Map;

/** Pays restaurants, or couriers, every week through the bank, some of them as it should not be. */
final class WeeklyPayouts {

    private static final long OFF_BY = 150;
    private static final long SUM_OFF_BY = 500;
    private static final int LATE_BUSINESS_DAYS_MAX = 2;
    private static final int SECOND_ACCOUNT_ONE_IN = 4;
    private static final int ANSWERED_ONE_IN = 3;
    private static final String ACCOUNT_CLOSED = "AG";

    private final Window window;
    private final PayoutDesk.Side side;
    private final Reconciliation here;
    private final Randomness random;
    private final Exceptions exceptions;
    private int debits;

    WeeklyPayouts(Window window, PayoutDesk.Side side, Randomness random, Exceptions exceptions) {
        this.window = window;
        this.side = side;
        this.here = side.reconciliation();
        this.random = random;
        this.exceptions = exceptions;
    }

    void pay(Iterable<Payout> payouts, Map<Id, ExceptionCase> planted) throws IOException {
        for (Payout payout : payouts) {
            ExceptionCase exception = planted.get(payout.id());
            if (exception == null) {
                payInTime(payout);
            } else {
                pay(payout, exception);
            }
        }
    }

    /** What is due after the last night is in transit. */
    private void payInTime(Payout payout) throws IOException {
        side.events().send(payout);
        long due = dueOf(payout);
        if (window.isLater(due)) {
            return;
        }
        debit(payout, payout.amount(), due);
        if (debits % ANSWERED_ONE_IN == 0) {
            side.returns().paid(due, payout.bankReference(), payout.amount());
        }
    }

    private void pay(Payout payout, ExceptionCase planted) throws IOException {
        if (planted == ExceptionCase.PAYOUT_SUM) {
            payWrongSum(payout);
            return;
        }
        side.events().send(payout);
        long due = dueOf(payout);
        long amount = payout.amount();
        switch (planted) {
            case PAYOUT_RETURNED -> {
                String record = side.returns().notPaid(due, payout.bankReference(), amount, ACCOUNT_CLOSED);
                raised(planted, both(BreakType.PAYOUT_RETURNED, payout, record, amount), from(due));
            }
            case DUPLICATE_PAYOUT -> payTwice(payout, due);
            case LATE_DEBIT -> {
                long day = window.overdueBy(due, random.between(1, LATE_BUSINESS_DAYS_MAX));
                debit(payout, amount, day);
                raised(planted, notDebited(payout), new ExpectedException.Nights(due + 1, day));
            }
            case PAYOUT_NOT_DEBITED -> raised(planted, notDebited(payout), from(due + 1));
            case PAYOUT_OTHER_AMOUNT -> {
                String record = debit(payout, amount + OFF_BY, due);
                raised(planted, both(BreakType.AMOUNT_MISMATCH, payout, record, amount + OFF_BY), from(due + 1));
            }
            default -> throw new IllegalArgumentException(planted + " is not planted in a payout");
        }
    }

    /** Both debits stand in the same account, the further one below, because ties go to the lowest reference. */
    private void payTwice(Payout payout, long due) {
        BankAccount account = side.accounts().first();
        BankMovement debit =
                BankMovement.naming(payout.bankReference(), -payout.amount(), BankMovement.Place.REMITTANCE_TEXT);
        account.book(due, debit);
        ExpectedBreak further =
                ExpectedBreak.ofRight(BreakType.DUPLICATE_PAYOUT, account.book(due, debit), -payout.amount());
        raised(ExceptionCase.DUPLICATE_PAYOUT, further, from(due));
    }

    private void payWrongSum(Payout payout) throws IOException {
        Payout wrong = payout.withAmount(payout.amount() + SUM_OFF_BY);
        payInTime(wrong);
        exceptions.found(
                ExceptionCase.PAYOUT_SUM,
                here,
                ExpectedFinding.of(
                        "PAYOUT_SUM",
                        wrong.id(),
                        Amounts.tenThousandths(wrong.accrued()),
                        Amounts.tenThousandths(wrong.paid())),
                wrong.instructedOn());
    }

    private String debit(Payout payout, long amount, long day) {
        BankMovement.Place[] places = BankMovement.Place.values();
        BankMovement.Place place = places[debits % places.length];
        BankAccount account = ++debits % SECOND_ACCOUNT_ONE_IN == 0
                ? side.accounts().second()
                : side.accounts().first();
        return account.book(day, BankMovement.naming(payout.bankReference(), -amount, place));
    }

    private long dueOf(Payout payout) {
        return window.plusBusinessDays(payout.instructedOn(), 1);
    }

    private static ExpectedBreak notDebited(Payout payout) {
        return ExpectedBreak.ofLeft(BreakType.PAYOUT_NOT_DEBITED, payout.id(), -payout.amount());
    }

    private static ExpectedBreak both(BreakType type, Payout payout, String record, long debited) {
        return ExpectedBreak.ofBoth(type, payout.id(), record, -payout.amount(), -debited);
    }

    private static ExpectedException.Nights from(long night) {
        return ExpectedException.Nights.from(night);
    }

    private void raised(ExceptionCase planted, ExpectedBreak broken, ExpectedException.Nights nights) {
        exceptions.raised(planted, here, broken, nights);
    }
}
