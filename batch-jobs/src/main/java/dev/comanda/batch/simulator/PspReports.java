package dev.comanda.batch.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of all PSPs, one for each PSP and day that has something to tell. */
final class PspReports {

    private static final int FIRST_BATCH = 40;
    private static final long MISSTATED_CENTS = 37;

    private final Path inbox;
    private final Window window;
    private final Ids ids;
    private final Map<Psp, SortedMap<Long, PspReport>> reports = new EnumMap<>(Psp.class);

    PspReports(Path inbox, Window window, Ids ids) {
        this.inbox = inbox;
        this.window = window;
        this.ids = ids;
        for (Psp psp : Psp.values()) {
            reports.put(psp, new TreeMap<>());
        }
    }

    PspReport of(Psp psp, long day) throws IOException {
        SortedMap<Long, PspReport> byDay = reportsOf(psp);
        PspReport report = byDay.get(day);
        if (report == null) {
            report = open(psp, day);
            byDay.put(day, report);
        }
        return report;
    }

    PixReport pix(long day) throws IOException {
        return (PixReport) of(Psp.PIX, day);
    }

    /** Ends all files. The first of each PSP that states a payout claims more than its rows sum to. */
    List<PspPayout> finish(Expectation expectation) throws IOException {
        List<PspPayout> payouts = new ArrayList<>();
        for (Psp psp : Psp.values()) {
            long misstated = MISSTATED_CENTS;
            for (PspReport report : reportsOf(psp).values()) {
                PspPayout payout = report.finish(misstated);
                if (payout != null) {
                    payouts.add(payout);
                    if (misstated != 0) {
                        expectation.broken(
                                Reconciliation.PAYMENT_SETTLEMENT,
                                ExpectedBreak.ofClaim(
                                        BreakType.CONTROL_TOTAL_MISMATCH,
                                        payout.record(),
                                        payout.claimed(),
                                        payout.summed()));
                    }
                    misstated = 0;
                }
            }
        }
        return payouts;
    }

    private PspReport open(Psp psp, long day) throws IOException {
        return switch (psp) {
            case ADYEN -> new AdyenReport(inbox, day, FIRST_BATCH + (int) (day - window.firstDay()), ids);
            case STRIPE -> new StripeReport(inbox, day, ids);
            case DLOCAL -> new DlocalReport(inbox, day, ids);
            case PIX -> new PixReport(inbox, day, ids);
        };
    }

    private SortedMap<Long, PspReport> reportsOf(Psp psp) {
        return reports.computeIfAbsent(psp, unseen -> new TreeMap<>());
    }
}
