package dev.comanda.cost.report;

import dev.comanda.cost.allocation.RulesSource;
import dev.comanda.cost.charge.ChargeLine;
import dev.comanda.cost.charge.CostQuestion;
import dev.comanda.cost.imports.BillArchive;
import dev.comanda.cost.imports.PublishedBills;
import dev.comanda.cost.imports.PublishedDelivery;
import dev.comanda.cost.scan.ChargeLines;
import dev.comanda.cost.scan.ChargeScan.PeriodFiles;
import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import java.time.YearMonth;
import java.util.List;

/** Shows what a number of a report is made of. */
public final class CostEvidence {

    private final ChargeLines lines;
    private final PublishedBills published;
    private final BillArchive archive;
    private final RulesSource rules;

    public CostEvidence(ChargeLines lines, PublishedBills published, BillArchive archive, RulesSource rules) {
        this.lines = lines;
        this.published = published;
        this.archive = archive;
        this.rules = rules;
    }

    /**
     * The lines of most cost in the files of the period's bill, the largest first.
     *
     * @param question of which filters, days and metric count
     * @throws OpsException NOT_FOUND where the period is not published
     */
    public List<ChargeLine> largestLines(YearMonth period, CostQuestion question, int limit) {
        PublishedDelivery shown = published
                .find(period)
                .orElseThrow(() -> new OpsException(ErrorCode.NOT_FOUND, "no bill of " + period + " is published"));
        return lines.largest(
                new PeriodFiles(period, archive.files(period, shown.fingerprint())), question, rules.current(), limit);
    }
}
