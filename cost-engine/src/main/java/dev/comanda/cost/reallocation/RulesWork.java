package dev.comanda.cost.reallocation;

import dev.comanda.cost.allocation.AllocationRules;
import dev.comanda.cost.allocation.RulesKeeper;
import dev.comanda.cost.allocation.UnusableRulesException;
import dev.comanda.cost.imports.BillArchive;
import dev.comanda.cost.imports.CostImport;
import dev.comanda.cost.imports.PublishedBills;
import dev.comanda.cost.imports.PublishedDelivery;
import dev.comanda.cost.reallocation.RulesChanges.Trial;
import dev.comanda.cost.scan.ChargeScan.PeriodFiles;
import java.util.Optional;

/** Does what people asked for with rules: tries changes, and takes those that a second person approved. */
public final class RulesWork {

    private final RulesChanges changes;
    private final RulesKeeper rules;
    private final RulesTrial trial;
    private final PublishedBills published;
    private final BillArchive archive;
    private final CostImport imports;

    public RulesWork(
            RulesChanges changes,
            RulesKeeper rules,
            RulesTrial trial,
            PublishedBills published,
            BillArchive archive,
            CostImport imports) {
        this.changes = changes;
        this.rules = rules;
        this.trial = trial;
        this.published = published;
        this.archive = archive;
        this.imports = imports;
    }

    /** Tries what waits and takes what is approved. */
    public void run() {
        boolean hasTried = true;
        while (hasTried) {
            hasTried = changes.tryNext(this::tried);
        }
        changes.approved().forEach(this::take);
    }

    private Trial tried(RulesChange change) {
        Optional<PublishedDelivery> shown = published.find(change.period());
        if (shown.isEmpty()) {
            return new Trial.Failed("no bill of " + change.period() + " is published any more");
        }
        try {
            AllocationRules inForce = rules.current();
            if (!inForce.hash().equals(change.base())) {
                return new Trial.Failed("other rules came into force meanwhile; try it again on those");
            }
            PeriodFiles bill = new PeriodFiles(
                    change.period(), archive.files(change.period(), shown.get().fingerprint()));
            return new Trial.Tried(trial.moved(bill, rules.read("the change", change.content())));
        } catch (UnusableRulesException e) {
            return new Trial.Failed(String.valueOf(e.getMessage()));
        }
    }

    /** A change whose file is there already was cut off before its bills were allocated by it. */
    private void take(RulesChange change) {
        String inForce = rules.current().hash();
        if (!inForce.equals(change.hash())) {
            if (!rules.mayReplace()) {
                changes.stale(change, "the rules are kept in a file of their own now; change them there");
                return;
            }
            if (!inForce.equals(change.base())) {
                changes.stale(change, "other rules came into force since it was proposed");
                return;
            }
            rules.replace(change.content());
        }
        imports.allocate(null, outcome -> {});
        changes.taken(change);
    }
}
