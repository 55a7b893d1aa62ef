package dev.comanda.batch.simulator;

import java.util.ArrayList;
import java.util.List;

/** What each restaurant, or each courier, has accrued in the seven days before each day it is paid. */
final class PartyLedger {

    private static final int WORKING_DAYS = 5;

    private final List<Long> paydays;
    private final Rota rota;
    private final long[][] accrued;

    /** Which days are whose. */
    private interface Rota {
        boolean isPaidOn(long payday, int party);
    }

    private PartyLedger(List<Long> paydays, int parties, Rota rota) {
        this.paydays = paydays;
        this.rota = rota;
        this.accrued = new long[paydays.size()][parties];
    }

    /** Each party is paid once, on one of the last business days. */
    static PartyLedger payingOnce(Window window, int parties) {
        List<Long> paydays = window.businessDays().subList(1, Window.BUSINESS_DAYS);
        return new PartyLedger(paydays, parties, (payday, party) -> paydays.get(party % paydays.size()) == payday);
    }

    /** Each party is paid every week, on the same day from Monday to Friday. */
    static PartyLedger payingWeekly(Window window, int parties) {
        List<Long> paydays = window.days().stream()
                .filter(day -> weekdayOf(day) < WORKING_DAYS)
                .toList();
        return new PartyLedger(paydays, parties, (payday, party) -> weekdayOf(payday) == party % WORKING_DAYS);
    }

    /** Adds an amount in ten thousandths, if it falls into a period that is paid. */
    void accrue(int party, long amount, long time) {
        long day = SaoPauloTime.dayOf(time);
        for (int index = 0; index < paydays.size(); index++) {
            long payday = paydays.get(index);
            if (day < payday && day >= payday - Payout.PERIOD_DAYS && rota.isPaidOn(payday, party)) {
                accrued[index][party] += amount;
            }
        }
    }

    /** The payouts that are due, the earliest payday first; a party that accrued nothing gets none. */
    List<Payout> payouts(Ids ids, String referencePrefix) {
        List<Payout> payouts = new ArrayList<>();
        for (int index = 0; index < paydays.size(); index++) {
            for (int party = 0; party < accrued[index].length; party++) {
                if (accrued[index][party] >= 100) {
                    payouts.add(payout(party, index, ids, referencePrefix));
                }
            }
        }
        return payouts;
    }

    private Payout payout(int party, int index, Ids ids, String referencePrefix) {
        long sum = accrued[index][party];
        long amount = Amounts.divideHalfEven(sum, 100);
        return new Payout(
                ids.next("po_"),
                party,
                paydays.get(index),
                amount,
                sum - amount * 100,
                sum,
                referencePrefix + ids.nextShort());
    }

    /** 0 for a Monday: epoch day 0 was a Thursday. */
    private static int weekdayOf(long day) {
        return (int) Math.floorMod(day + 3, 7L);
    }
}
