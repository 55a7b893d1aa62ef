package dev.comanda.cost.focus;

import dev.comanda.cost.allocation.AllocationRules;
import dev.comanda.cost.allocation.RulesSource;
import dev.comanda.cost.focus.FocusDataset.Written;
import dev.comanda.cost.imports.BillArchive;
import dev.comanda.cost.imports.PublishedBills;
import dev.comanda.cost.imports.PublishedDelivery;
import dev.comanda.cost.scan.ChargeScan.PeriodFiles;
import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.UUID;

/** Exports of the bills that are published. */
public final class FocusExport {

    private final FocusDataset dataset;
    private final PublishedBills published;
    private final BillArchive archive;
    private final RulesSource rules;

    public FocusExport(FocusDataset dataset, PublishedBills published, BillArchive archive, RulesSource rules) {
        this.dataset = dataset;
        this.published = published;
        this.archive = archive;
        this.rules = rules;
    }

    /** What was exported: the delivery that is published, and how it was written. */
    public record Exported(PublishedDelivery delivery, Written written) {}

    /**
     * Writes what is published of a billing period as FOCUS 1.2, with the owners that the rules in force say. Its costs are those of the
     * bill to the last of 12 digits, in the bill's currency; where they were not, nothing would be put in place.
     *
     * @throws OpsException NOT_FOUND where the period is not published
     */
    public Exported export(YearMonth period, FocusPlace place) {
        PublishedDelivery shown = published
                .find(period)
                .orElseThrow(() -> new OpsException(
                        ErrorCode.NOT_FOUND,
                        "no bill of " + period + " is published; import it first with cost-import"));
        AllocationRules inForce = rules.current();
        PeriodFiles bill = new PeriodFiles(period, archive.files(period, shown.fingerprint()));
        Written all = place.replace(period, id(shown, inForce), folder -> {
            Written written = dataset.write(bill, inForce, folder);
            check(period, "BilledCost", written.billed(), shown.totals().unblended());
            check(period, "EffectiveCost", written.effective(), shown.totals().amortized());
            check(period, "ListCost", written.list(), shown.totals().list());
            return written;
        });
        return new Exported(shown, all);
    }

    private static String id(PublishedDelivery shown, AllocationRules rules) {
        String content = String.join("/", FocusDataset.VERSION, shown.fingerprint(), rules.hash());
        return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static void check(YearMonth period, String column, BigDecimal written, BigDecimal published) {
        if (written.compareTo(published) != 0) {
            throw new IllegalStateException(
                    "period %s: the sum of %s came to %s and the bill is %s; nothing was exported"
                            .formatted(period, column, written.toPlainString(), published.toPlainString()));
        }
    }
}
