package dev.comanda.batch.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Credits the PSPs' payouts to our accounts on the day they are due, some of them as it should not be. */
final class PspCredits {

    private static final Reconciliation HERE = Reconciliation.PSP_PAYOUT;
    private static final long OFF_BY = 350;
    private static final int LATE_BUSINESS_DAYS_MAX = 2;

    private final Window window;
    private final Bank bank;
    private final Randomness random;
    private final ExceptionRates rates;
    private final Exceptions exceptions;
    private int credits;

    PspCredits(Window window, Bank bank, Randomness random, ExceptionRates rates, Exceptions exceptions) {
        this.window = window;
        this.bank = bank;
        this.random = random;
        this.rates = rates;
        this.exceptions = exceptions;
    }

    void receive(List<PspPayout> payouts) {
        Map<PspPayout, ExceptionCase> planted = plant(payouts);
        for (PspPayout payout : payouts) {
            ExceptionCase exception = planted.get(payout);
            long due = dueOf(payout);
            if (exception != null) {
                receive(payout, exception);
            } else if (!window.isLater(due)) {
                credit(payout, payout.claimed(), due);
            }
        }
    }

    private Map<PspPayout, ExceptionCase> plant(List<PspPayout> payouts) {
        Map<PspPayout, ExceptionCase> planted = new HashMap<>();
        for (ExceptionCase exception : ExceptionCase.values()) {
            if (exception.area() == ExceptionCase.Area.PSP_PAYOUT) {
                List<PspPayout> candidates = new ArrayList<>(payouts.stream()
                        .filter(payout -> !planted.containsKey(payout)
                                && ExceptionPlanting.canTell(window, exception, payout.day()))
                        .toList());
                ExceptionPlanting.draw(candidates, rates.count(exception, payouts.size()), random)
                        .forEach(payout -> planted.put(payout, exception));
            }
        }
        return planted;
    }

    private void receive(PspPayout payout, ExceptionCase planted) {
        long due = dueOf(payout);
        ExpectedBreak notReceived =
                ExpectedBreak.ofLeft(BreakType.PAYOUT_NOT_RECEIVED, payout.record(), payout.claimed());
        switch (planted) {
            case LATE_PSP_PAYOUT -> {
                long day = window.overdueBy(due, random.between(1, LATE_BUSINESS_DAYS_MAX));
                credit(payout, payout.claimed(), day);
                exceptions.raised(planted, HERE, notReceived, new ExpectedException.Nights(due + 1, day));
            }
            case PSP_PAYOUT_NOT_RECEIVED ->
                exceptions.raised(planted, HERE, notReceived, ExpectedException.Nights.from(due + 1));
            case PSP_PAYOUT_OTHER_AMOUNT -> {
                long credited = payout.claimed() - OFF_BY;
                String entry = credit(payout, credited, due);
                exceptions.raised(
                        planted,
                        HERE,
                        ExpectedBreak.ofBoth(
                                BreakType.AMOUNT_MISMATCH, payout.record(), entry, payout.claimed(), credited),
                        ExpectedException.Nights.from(due + 1));
            }
            default -> throw new IllegalArgumentException(planted + " is not planted in a PSP's payout");
        }
    }

    private String credit(PspPayout payout, long amount, long day) {
        BankMovement.Place[] places = BankMovement.Place.values();
        BankMovement.Place place = places[credits++ % places.length];
        BankAccount account = payout.psp() == Psp.DLOCAL ? bank.mt940() : bank.camt();
        return account.book(day, BankMovement.naming(payout.word(), amount, place));
    }

    private long dueOf(PspPayout payout) {
        return window.plusBusinessDays(payout.day(), 1);
    }
}
