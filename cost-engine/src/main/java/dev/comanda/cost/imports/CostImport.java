package dev.comanda.cost.imports;

import dev.comanda.cost.allocation.AllocationRules;
import dev.comanda.cost.allocation.RulesSource;
import dev.comanda.cost.bill.Deliveries;
import dev.comanda.cost.bill.Deliveries.Found;
import dev.comanda.cost.bill.Delivery;
import dev.comanda.cost.bill.UnreadableBillException;
import dev.comanda.cost.charge.CostRow;
import dev.comanda.cost.charge.Totals;
import dev.comanda.cost.imports.ImportOutcome.Imported;
import dev.comanda.cost.imports.ImportOutcome.Reallocated;
import dev.comanda.cost.imports.ImportOutcome.Refused;
import dev.comanda.cost.imports.ImportOutcome.Unchanged;
import dev.comanda.cost.scan.ChargeScan;
import dev.comanda.cost.scan.ChargeScan.PeriodFiles;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes over what is delivered. A period is replaced whole: its files are copied first, and only the copy is read, so that what is
 * published is always exactly one delivery, whatever is written over it meanwhile.
 */
public final class CostImport {

    private final ChargeScan scan;
    private final PublishedBills published;
    private final BillArchive archive;
    private final RulesSource rules;
    private final Refusals refusals;

    public CostImport(
            ChargeScan scan, PublishedBills published, BillArchive archive, RulesSource rules, Refusals refusals) {
        this.scan = scan;
        this.published = published;
        this.archive = archive;
        this.rules = rules;
        this.refusals = refusals;
    }

    /**
     * Imports each period that is delivered; one that cannot be read does not stop the others. What is refused is kept as a refusal.
     *
     * @param only the one period to import; null for all
     * @param outcomes is told of each period when it is done, oldest first
     * @throws dev.comanda.cost.allocation.UnusableRulesException before anything is taken over
     * @throws UnreadableBillException where the source as a whole cannot be read
     */
    public void run(Deliveries deliveries, @Nullable YearMonth only, Consumer<ImportOutcome> outcomes) {
        archive.alone(() -> takeAll(deliveries, only, outcomes));
    }

    private void takeAll(Deliveries deliveries, @Nullable YearMonth only, Consumer<ImportOutcome> outcomes) {
        AllocationRules inForce = rules.current();
        String source = deliveries.source();
        for (Found each : found(deliveries, only)) {
            if (each instanceof Found.Broken broken) {
                outcomes.accept(refused(source, broken.problem(), null));
            } else if (each instanceof Found.Whole whole) {
                outcomes.accept(take(source, whole.delivery(), inForce));
            }
        }
    }

    private List<Found> found(Deliveries deliveries, @Nullable YearMonth only) {
        try {
            List<Found> found = deliveries.find(only);
            if (found.stream().noneMatch(CostImport::isOfTheWholeSource)) {
                refusals.end(deliveries.source(), null);
            }
            return found;
        } catch (UnreadableBillException e) {
            refusals.add(deliveries.source(), e, null);
            throw e;
        }
    }

    private static boolean isOfTheWholeSource(Found found) {
        return found instanceof Found.Broken broken && broken.problem().period() == null;
    }

    private Refused refused(String source, UnreadableBillException problem, @Nullable String fingerprint) {
        refusals.add(source, problem, fingerprint);
        return new Refused(problem);
    }

    /**
     * Gives what is published the owners that the rules say now.
     *
     * @param only the one period; null for all
     * @param outcomes is told of each period when it is done, oldest first
     */
    public void allocate(@Nullable YearMonth only, Consumer<ImportOutcome> outcomes) {
        archive.alone(() -> {
            AllocationRules inForce = rules.current();
            published.all().stream()
                    .filter(each -> only == null || only.equals(each.period()))
                    .forEach(each -> outcomes.accept(allocated(each, inForce)));
        });
    }

    private ImportOutcome allocated(PublishedDelivery shown, AllocationRules inForce) {
        if (inForce.hash().equals(shown.rules())) {
            return new Unchanged(shown);
        }
        return scan.allocate(
                new PeriodFiles(shown.period(), archive.files(shown.period(), shown.fingerprint())),
                inForce,
                allocated -> new Reallocated(published.reallocate(shown, allocated)));
    }

    private ImportOutcome take(String source, Delivery delivery, AllocationRules inForce) {
        YearMonth period = delivery.period();
        Optional<PublishedDelivery> before = published.find(period);
        if (before.isPresent() && before.get().fingerprint().equals(delivery.fingerprint())) {
            refusals.end(source, period);
            return allocated(before.get(), inForce);
        }
        try {
            archive.keep(delivery);
            ImportOutcome imported = publish(delivery, before, inForce);
            refusals.end(period);
            return imported;
        } catch (UnreadableBillException e) {
            forgetOthers(period, before);
            return refused(source, e, delivery.fingerprint());
        }
    }

    private ImportOutcome publish(Delivery kept, Optional<PublishedDelivery> before, AllocationRules inForce) {
        PeriodFiles bill = new PeriodFiles(kept.period(), archive.files(kept.period(), kept.fingerprint()));
        Totals totals = scan.totals(bill);
        List<CostRow> restatement = new ArrayList<>();
        before.ifPresent(shown -> scan.restatement(
                new PeriodFiles(kept.period(), archive.files(kept.period(), shown.fingerprint())),
                bill,
                restatement::add));
        BigDecimal restated = restatement.stream().map(CostRow::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
        PublishedDelivery delivery = scan.allocate(
                bill, inForce, allocated -> published.publish(kept, totals, before, restatement, allocated));
        forgetOthers(kept.period(), before);
        return new Imported(delivery, restatement.size(), restated);
    }

    /** The delivery that was shown until now stays for one more: a report may be reading it. */
    private void forgetOthers(YearMonth period, Optional<PublishedDelivery> before) {
        archive.forget(
                period,
                Stream.concat(before.stream(), published.find(period).stream())
                        .map(PublishedDelivery::fingerprint)
                        .distinct()
                        .toList());
    }
}
