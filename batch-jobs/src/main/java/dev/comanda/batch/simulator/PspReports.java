package dev.comanda.batch.simulator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of all PSPs, one for each PSP and day that has something to tell. */
final class PspReports {

    private static final int FIRST_BATCH = 40;
    private static final long MISSTATED_CENTS = 37;

    private final InboxFolders folders;
    private final Window window;
    private final Ids ids;
    private final Map<Psp, SortedMap<Long, PspReport>> reports = new EnumMap<>(Psp.class);

    PspReports(InboxFolders folders, Window window, Ids ids) {
        this.folders = folders;
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

    /** The files that state a payout and so have totals to disagree with; by PSP, then by day. */
    List<PspReport> stating() {
        return reports.values().stream()
                .flatMap(byDay -> byDay.values().stream())
                .filter(report -> !(report instanceof PixReport))
                .toList();
    }

    /** Ends all files. The first of each PSP that states a payout claims more than its rows sum to. */
    List<PspPayout> finish(Expectation expectation) throws IOException {
        Set<PspReport> firsts = new HashSet<>();
        for (SortedMap<Long, PspReport> byDay : reports.values()) {
            byDay.values().stream().limit(1).forEach(firsts::add);
        }
        List<PspPayout> payouts = finish(firsts);
        payouts.stream()
                .filter(PspPayout::isMisstated)
                .forEach(payout -> expectation.broken(Reconciliation.PAYMENT_SETTLEMENT, payout.misstatement()));
        return payouts;
    }

    /** Ends all files; these of them claim more than their rows sum to. */
    List<PspPayout> finish(Set<PspReport> misstated) throws IOException {
        List<PspPayout> payouts = new ArrayList<>();
        for (SortedMap<Long, PspReport> byDay : reports.values()) {
            for (PspReport report : byDay.values()) {
                PspPayout payout = report.finish(misstated.contains(report) ? MISSTATED_CENTS : 0);
                if (payout != null) {
                    payouts.add(payout);
                }
            }
        }
        return payouts;
    }

    private PspReport open(Psp psp, long day) throws IOException {
        return switch (psp) {
            case ADYEN -> new AdyenReport(folders.on(day), day, FIRST_BATCH + (int) (day - window.firstDay()), ids);
            case STRIPE -> new StripeReport(folders.on(day), day, ids);
            case DLOCAL -> new DlocalReport(folders.on(day), day, ids);
            case PIX -> new PixReport(folders.on(day), day, ids);
        };
    }

    private SortedMap<Long, PspReport> reportsOf(Psp psp) {
        return reports.computeIfAbsent(psp, unseen -> new TreeMap<>());
    }
}
