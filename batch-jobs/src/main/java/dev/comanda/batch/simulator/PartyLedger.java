package dev.comanda.batch.simulator;

import java.util.ArrayList;
import java.util.List;

/** What each restaurant, or each courier, has accrued in the seven days before the day it is paid. */
final class PartyLedger {

    private final List<Long> paydays;
    private final long[] accrued;

    PartyLedger(Window window, int parties) {
        this.paydays = window.businessDays().subList(1, Window.BUSINESS_DAYS);
        this.accrued = new long[parties];
    }

    /** Adds an amount in ten thousandths, if it falls into the party's period. */
    void accrue(int party, long amount, long time) {
        long day = SaoPauloTime.dayOf(time);
        long payday = paydayOf(party);
        if (day < payday && day >= payday - Payout.PERIOD_DAYS) {
            accrued[party] += amount;
        }
    }

    /** The payouts that are due, the earliest payday first; a party that accrued nothing gets none. */
    List<Payout> payouts(Ids ids, String referencePrefix) {
        List<Payout> payouts = new ArrayList<>();
        for (long payday : paydays) {
            for (int party = 0; party < accrued.length; party++) {
                if (paydayOf(party) == payday && accrued[party] >= 100) {
                    long amount = Amounts.divideHalfEven(accrued[party], 100);
                    payouts.add(new Payout(
                            ids.next("po_"),
                            party,
                            payday,
                            amount,
                            accrued[party] - amount * 100,
                            accrued[party],
                            referencePrefix + ids.nextShort()));
                }
            }
        }
        return payouts;
    }

    private long paydayOf(int party) {
        return paydays.get(party % paydays.size());
    }
}
