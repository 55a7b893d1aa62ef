package dev.comanda.cost.report;

import dev.comanda.cost.charge.CostRow;
import dev.comanda.cost.charge.Metric;
import dev.comanda.cost.charge.ReportKey;
import dev.comanda.cost.imports.BillArchive;
import dev.comanda.cost.imports.PublishedBills;
import dev.comanda.cost.imports.PublishedDelivery;
import dev.comanda.cost.scan.ChargeScan;
import dev.comanda.cost.scan.ChargeScan.PeriodFiles;
import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Consumer;

/** Reports over the bills that are published. */
public final class CostReports {

    private final ChargeScan scan;
    private final PublishedBills published;
    private final BillArchive archive;

    public CostReports(ChargeScan scan, PublishedBills published, BillArchive archive) {
        this.scan = scan;
        this.published = published;
        this.archive = archive;
    }

    /**
     * The cost of billing periods.
     *
     * @param from the first period
     * @param to the last one, included
     * @param keys what to group by, in order; none for one sum
     * @throws OpsException NOT_FOUND where none of the periods is published
     */
    public void report(YearMonth from, YearMonth to, List<ReportKey> keys, Metric metric, Consumer<CostRow> rows) {
        List<PeriodFiles> bills = published.between(from, to).stream()
                .map(each -> new PeriodFiles(each.period(), archive.files(each.period(), each.fingerprint())))
                .toList();
        if (bills.isEmpty()) {
            throw notPublished(from.equals(to) ? from.toString() : from + " to " + to);
        }
        scan.report(bills, keys, metric, rows);
    }

    /**
     * What the published delivery of a period changed of the one before it; no rows where it is the first.
     *
     * @throws OpsException NOT_FOUND where the period is not published
     */
    public void restatement(YearMonth period, Consumer<CostRow> rows) {
        PublishedDelivery shown = published.find(period).orElseThrow(() -> notPublished(period.toString()));
        published.restatement(shown.period(), rows);
    }

    private static OpsException notPublished(String periods) {
        return new OpsException(
                ErrorCode.NOT_FOUND, "no bill of " + periods + " is published; import it first with cost-import");
    }
}
