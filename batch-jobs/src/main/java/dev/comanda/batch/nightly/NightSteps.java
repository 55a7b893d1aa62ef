package dev.comanda.batch.nightly;

import static dev.comanda.batch.nightly.NightParameters.businessDate;

import dev.comanda.batch.ingest.InboxIngest;
import dev.comanda.batch.ingest.InboxLocation;
import dev.comanda.batch.lake.ResultLake;
import dev.comanda.ops.chargeback.Chargebacks;
import dev.comanda.ops.completeness.Shortfall;
import dev.comanda.ops.decision.CaseTally;
import dev.comanda.ops.decision.Decisions;
import dev.comanda.ops.ingest.SourceReport;
import dev.comanda.ops.reconciliation.ReconciliationSpec;
import dev.comanda.ops.reconciliation.Reconciliations;
import dev.comanda.ops.reconciliation.Summaries;
import java.time.LocalDate;
import java.util.List;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;

/** The steps of a night. Each commits by itself, so none holds the others' work. */
record NightSteps(JobRepository jobs, NightProgress progress) {

    Step ingest(InboxIngest ingest, Preparation preparation) {
        return step("ingest", context -> {
            preparation.prepare();
            String inbox = NightParameters.inbox(context);
            if (inbox == null) {
                return Counts.NONE;
            }
            List<SourceReport> read = ingest.read(InboxLocation.of(inbox), progress);
            return new Counts(
                    read.stream().mapToLong(SourceReport::read).sum(),
                    read.stream().mapToLong(SourceReport::accepted).sum());
        });
    }

    Step checkCompleteness(CompletenessCheck completeness) {
        return step("check-completeness", context -> {
            progress.doing("checking what is there");
            LocalDate date = businessDate(context);
            List<Shortfall> missing = completeness.check(date);
            return new Counts(completeness.expected(date), completeness.expected(date) - missing.size());
        });
    }

    Step takeSources(Reconciliations reconciliations) {
        return step("take-sources", context -> {
            progress.doing("taking what is there");
            int taken = reconciliations.takeSources(businessDate(context));
            return new Counts(taken, taken);
        });
    }

    Step reconcile(ReconciliationSpec spec, Reconciliations reconciliations, Summaries summaries) {
        String name = spec.lead().exportName();
        return step("reconcile-" + name, context -> {
            if (!NightParameters.wants(context, spec)) {
                return Counts.NONE;
            }
            progress.doing("reconciling " + name);
            reconciliations.reconcile(spec, businessDate(context));
            return Counts.of(spec, summaries.of(businessDate(context)));
        });
    }

    Step checkLaws(Reconciliations reconciliations) {
        return step("check-laws", context -> {
            progress.doing("checking the laws");
            reconciliations.checkLaws(businessDate(context));
            return Counts.NONE;
        });
    }

    Step decide(Decisions decisions, Chargebacks chargebacks) {
        return wholeDayStep("decide", context -> {
            progress.doing("deciding");
            CaseTally tally = decisions.decide(businessDate(context));
            chargebacks.follow(businessDate(context));
            return new Counts(tally.open() + tally.closed(), tally.closedAutomatically());
        });
    }

    Step post(LedgerPosting posting) {
        return wholeDayStep("post", context -> {
            progress.doing("posting to the ledger");
            int transfers = posting.post(businessDate(context));
            return new Counts(transfers, transfers);
        });
    }

    Step writeLake(ResultLake lake) {
        return wholeDayStep("write-lake", context -> {
            progress.doing("writing the data lake");
            long rows = lake.write(businessDate(context));
            return new Counts(rows, rows);
        });
    }

    private interface Work {
        Counts run(ChunkContext context);
    }

    private Step wholeDayStep(String name, Work work) {
        return step(name, context -> NightParameters.isPartial(context) ? Counts.NONE : work.run(context));
    }

    /**
     * A step whose work commits by itself: the transaction that Spring Batch would hold around it holds nothing. A night that is
     * taken up again begins each step again: files may have come since, and a step without anything new to do is over at once.
     */
    private Step step(String name, Work work) {
        Tasklet tasklet = (contribution, context) -> {
            Counts counts = work.run(context);
            contribution.getStepExecution().setReadCount(counts.read());
            contribution.getStepExecution().setWriteCount(counts.written());
            return RepeatStatus.FINISHED;
        };
        return new StepBuilder(name, jobs)
                .tasklet(tasklet, new ResourcelessTransactionManager())
                .allowStartIfComplete(true)
                .build();
    }
}
