package dev.comanda.batch.worker;

import dev.comanda.batch.cost.BillImports;
import dev.comanda.cost.imports.claiming.ImportClaim;
import dev.comanda.cost.reallocation.RulesWork;
import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Imports the bills that people and the schedule ask for, one after the other, and does what they asked for with allocation rules. Apart from the nights, which wait for no bill. */
final class BillWorker extends PollingWorker {

    private static final Logger log = LoggerFactory.getLogger(BillWorker.class);

    private final DataSource dataSource;
    private final BillImports imports;
    private final RulesWork rules;
    private final @Nullable BillSchedule schedule;
    private final Clock clock;

    /** @param schedule null where bills are imported only when somebody asks for it */
    BillWorker(
            DataSource dataSource, BillImports imports, RulesWork rules, @Nullable BillSchedule schedule, Clock clock) {
        super("comanda-bills");
        this.dataSource = dataSource;
        this.imports = imports;
        this.rules = rules;
        this.schedule = schedule;
        this.clock = clock;
    }

    /** Tries and takes changes of the rules, asks for what the schedule wants, and runs one requested import if there is any. */
    @Override
    void lookForWork() {
        takeRules();
        takeImport();
    }

    /** One that fails holds back no import; it is tried again. */
    private void takeRules() {
        try {
            rules.run();
        } catch (RuntimeException e) {
            log.warn("a change of the allocation rules failed and is tried again in {} s", POLL.toSeconds(), e);
        }
    }

    private void takeImport() {
        try {
            if (schedule != null) {
                schedule.ask(clock.instant());
            }
            Optional<ImportClaim> next = ImportClaim.takeNext(dataSource, clock);
            if (next.isPresent()) {
                try (ImportClaim claim = next.get()) {
                    run(claim);
                }
            }
        } catch (RuntimeException e) {
            log.warn("the worker could not look for imports and tries again in {} s", POLL.toSeconds(), e);
        }
    }

    private void run(ImportClaim claim) {
        BillImports.Outcome outcome;
        try {
            outcome = imports.take(claim.source());
        } catch (OpsException e) {
            if (e.code() == ErrorCode.RUN_IN_PROGRESS) {
                claim.putBack();
                return;
            }
            throw e;
        }
        if (outcome.failures().isEmpty()) {
            claim.done(outcome.counts());
        } else {
            claim.failed(outcome.counts(), String.join("\n", outcome.failures()));
        }
    }
}
