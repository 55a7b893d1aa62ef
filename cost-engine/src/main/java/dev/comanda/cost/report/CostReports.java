package dev.comanda.cost.report;

import dev.comanda.cost.allocation.AllocationRules;
import dev.comanda.cost.allocation.RulesSource;
import dev.comanda.cost.charge.CostQuestion;
import dev.comanda.cost.charge.CostRow;
import dev.comanda.cost.charge.ReportKey;
import dev.comanda.cost.fact.CostFacts;
import dev.comanda.cost.imports.BillArchive;
import dev.comanda.cost.imports.PublishedBills;
import dev.comanda.cost.imports.PublishedDelivery;
import dev.comanda.cost.scan.ChargeScan;
import dev.comanda.cost.scan.ChargeScan.PeriodFiles;
import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Reports over the bills that are published. */
public final class CostReports {

    private final ChargeScan scan;
    private final PublishedBills published;
    private final BillArchive archive;
    private final CostFacts facts;
    private final RulesSource rules;

    public CostReports(
            ChargeScan scan, PublishedBills published, BillArchive archive, CostFacts facts, RulesSource rules) {
        this.scan = scan;
        this.published = published;
        this.archive = archive;
        this.facts = facts;
        this.rules = rules;
    }

    /**
     * The cost of billing periods.
     *
     * @param from the first period
     * @param to the last one, included
     * @throws OpsException NOT_FOUND where none of the periods is published
     */
    public void report(YearMonth from, YearMonth to, CostQuestion question, Consumer<CostRow> rows) {
        List<PublishedDelivery> shown = published.between(from, to);
        if (shown.isEmpty()) {
            throw notPublished(from.equals(to) ? from.toString() : from + " to " + to);
        }
        AllocationRules inForce = rules.current();
        if (areKnown(question, shown, inForce)) {
            facts.report(from, to, question, rows);
        } else {
            List<PeriodFiles> bills = shown.stream()
                    .map(each -> new PeriodFiles(each.period(), archive.files(each.period(), each.fingerprint())))
                    .toList();
            scan.report(bills, question, inForce, rows);
        }
    }

    /** The billing periods that are published, newest first. */
    public List<YearMonth> periods() {
        return published.all().stream()
                .map(PublishedDelivery::period)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** Whether it is answered at once; if not, the files of the bills are read, which takes long where they are large. */
    public boolean isQuick(YearMonth from, YearMonth to, CostQuestion question) {
        return areKnown(question, published.between(from, to), rules.current());
    }

    /** Whether the facts can answer: they are fine enough, and made by the rules that are in force where these matter. */
    private static boolean areKnown(CostQuestion question, List<PublishedDelivery> shown, AllocationRules inForce) {
        boolean needsOwners = question.allKeys().stream().anyMatch(ReportKey::needsOwners);
        return CostFacts.know(question)
                && shown.stream()
                        .allMatch(each -> needsOwners ? inForce.hash().equals(each.rules()) : each.rules() != null);
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
