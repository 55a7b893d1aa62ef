package dev.comanda.batch.nightly;

import dev.comanda.batch.configuration.Agreements;
import dev.comanda.batch.configuration.Expected;
import dev.comanda.batch.configuration.WriteOffs;
import dev.comanda.batch.ingest.InboxIngest;
import dev.comanda.batch.ingest.InboxLocation;
import dev.comanda.batch.ingest.Inboxes;
import dev.comanda.batch.lake.ResultLake;
import dev.comanda.ops.bank.loading.SharedAccounts;
import dev.comanda.ops.calendar.persistence.BankDays;
import dev.comanda.ops.chargeback.Chargebacks;
import dev.comanda.ops.completeness.Completeness;
import dev.comanda.ops.completeness.Shortfall;
import dev.comanda.ops.completeness.persistence.JooqCompleteness;
import dev.comanda.ops.decision.CaseTally;
import dev.comanda.ops.decision.Decisions;
import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import dev.comanda.ops.ingest.LegalEntity;
import dev.comanda.ops.ingest.SourceReport;
import dev.comanda.ops.jobcontrol.NightViews;
import dev.comanda.ops.jobcontrol.RunRequests;
import dev.comanda.ops.jobcontrol.persistence.JooqNightViews;
import dev.comanda.ops.jobcontrol.persistence.JooqRunRequests;
import dev.comanda.ops.policy.loading.WriteOffLimits;
import dev.comanda.ops.psp.loading.FeeContracts;
import dev.comanda.ops.reconciliation.ReconciliationExports;
import dev.comanda.ops.reconciliation.ReconciliationSpec;
import dev.comanda.ops.reconciliation.ReconciliationSpecs;
import dev.comanda.ops.reconciliation.Reconciliations;
import dev.comanda.ops.reconciliation.Summaries;
import dev.comanda.ops.reconciliation.persistence.JooqExports;
import dev.comanda.ops.reconciliation.persistence.JooqReconciliations;
import dev.comanda.ops.reconciliation.persistence.JooqSummaries;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * The job {@code nightly}: ingest, completeness, the cut, one step per reconciliation, laws, decisions, the ledger. Each step commits by itself, so none holds
 * the others' work.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Agreements.class)
class NightlyJobConfiguration {

    static final String BUSINESS_DATE = "businessDate";
    static final String INBOX = "inbox";
    static final String ATTEMPT = "attempt";
    static final String ONLY = "only";

    // domain

    @Bean
    Reconciliations reconciliations(DSLContext database, Agreements agreements, Clock clock) {
        return new JooqReconciliations(database, agreements.allLags(), clock);
    }

    @Bean
    ReconciliationExports reconciliationExports(DSLContext database) {
        return new JooqExports(database);
    }

    @Bean
    Summaries summaries(DSLContext database) {
        return new JooqSummaries(database);
    }

    @Bean
    BankDays bankDays(DSLContext database) {
        return new BankDays(database);
    }

    @Bean
    LegalEntity legalEntity(@Value("${comanda.legal-entity:Comanda}") String name) {
        if (name.isBlank()) {
            throw new OpsException(
                    ErrorCode.UNUSABLE_ARGUMENT, "comanda.legal-entity is empty: name the company, or leave it out");
        }
        return new LegalEntity(name.strip());
    }

    @Bean
    InboxIngest inboxIngest(
            DSLContext database,
            LegalEntity legalEntity,
            Clock clock,
            @Value("${comanda.s3.endpoint:#{null}}") @Nullable String s3Endpoint) {
        return new InboxIngest(database, new Inboxes(s3Endpoint, clock), legalEntity, clock);
    }

    @Bean
    Completeness completeness(DSLContext database, Clock clock) {
        return new JooqCompleteness(database, clock);
    }

    @Bean
    CompletenessCheck completenessCheck(Environment environment, Completeness completeness) {
        return new CompletenessCheck(Expected.all(environment), completeness);
    }

    @Bean
    NightProgress nightProgress() {
        return new NightProgress();
    }

    @Bean
    @ConditionalOnMissingBean
    NightViews nightViews(DSLContext database) {
        return new JooqNightViews(database);
    }

    @Bean
    @ConditionalOnMissingBean
    RunRequests runRequests(DSLContext database, Clock clock) {
        return new JooqRunRequests(database, clock);
    }

    @Bean
    ResultLake resultLake(
            ReconciliationExports exports, @Value("${comanda.lake-dir:${comanda.data-dir:data}/lake}") String folder) {
        return new ResultLake(Path.of(folder), exports);
    }

    @Bean
    Preparation preparation(DSLContext database, BankDays bankDays, Agreements agreements, WriteOffs writeOffs) {
        return new Preparation(
                bankDays::ensureFilled,
                new SharedAccounts(database),
                new FeeContracts(database),
                agreements,
                new WriteOffLimits(database),
                writeOffs);
    }

    // job

    @Bean
    Job nightly(
            JobRepository jobs,
            InboxIngest ingest,
            Preparation preparation,
            CompletenessCheck completeness,
            Reconciliations reconciliations,
            LedgerPosting posting,
            Summaries summaries,
            Decisions decisions,
            Chargebacks chargebacks,
            ResultLake lake,
            NightProgress progress) {
        progress.steps(ReconciliationSpecs.all().size() + 6);
        SimpleJobBuilder nightly = new JobBuilder("nightly", jobs)
                .start(ingestStep(jobs, ingest, preparation, progress))
                .next(completenessStep(jobs, completeness, progress))
                .next(takeStep(jobs, reconciliations, progress));
        for (ReconciliationSpec spec : ReconciliationSpecs.all()) {
            nightly = nightly.next(reconcileStep(jobs, spec, reconciliations, summaries, progress));
        }
        return nightly.next(lawsStep(jobs, reconciliations, progress))
                .next(decideStep(jobs, decisions, chargebacks, progress))
                .next(postStep(jobs, posting, progress))
                .next(lakeStep(jobs, lake, progress))
                .build();
    }

    private static Step ingestStep(
            JobRepository jobs, InboxIngest ingest, Preparation preparation, NightProgress progress) {
        return step(jobs, "ingest", context -> {
            preparation.prepare();
            Object inbox = context.getStepContext().getJobParameters().get(INBOX);
            if (inbox != null) {
                List<SourceReport> read = ingest.read(InboxLocation.of(inbox.toString()), progress);
                return new Counts(
                        read.stream().mapToLong(SourceReport::read).sum(),
                        read.stream().mapToLong(SourceReport::accepted).sum());
            }
            return Counts.NONE;
        });
    }

    private static Step completenessStep(JobRepository jobs, CompletenessCheck completeness, NightProgress progress) {
        return step(jobs, "check-completeness", context -> {
            progress.doing("checking what is there");
            LocalDate date = businessDate(context);
            List<Shortfall> missing = completeness.check(date);
            return new Counts(completeness.expected(date), completeness.expected(date) - missing.size());
        });
    }

    private static Step takeStep(JobRepository jobs, Reconciliations reconciliations, NightProgress progress) {
        return step(jobs, "take-sources", context -> {
            progress.doing("taking what is there");
            int taken = reconciliations.takeSources(businessDate(context));
            return new Counts(taken, taken);
        });
    }

    private static Step reconcileStep(
            JobRepository jobs,
            ReconciliationSpec spec,
            Reconciliations reconciliations,
            Summaries summaries,
            NightProgress progress) {
        String name = spec.lead().exportName();
        return step(jobs, "reconcile-" + name, context -> {
            if (!isWanted(context, spec)) {
                return Counts.NONE;
            }
            progress.doing("reconciling " + name);
            reconciliations.reconcile(spec, businessDate(context));
            return Counts.of(spec, summaries.of(businessDate(context)));
        });
    }

    private static boolean isWanted(ChunkContext context, ReconciliationSpec spec) {
        Object only = context.getStepContext().getJobParameters().get(ONLY);
        return only == null
                || spec.reconciliations().stream()
                        .anyMatch(each -> each.exportName().equals(only.toString()));
    }

    private static Step lawsStep(JobRepository jobs, Reconciliations reconciliations, NightProgress progress) {
        return step(jobs, "check-laws", context -> {
            progress.doing("checking the laws");
            reconciliations.checkLaws(businessDate(context));
            return Counts.NONE;
        });
    }

    /** A part of the reconciliations is no day to decide on. */
    private static Step decideStep(
            JobRepository jobs, Decisions decisions, Chargebacks chargebacks, NightProgress progress) {
        return step(jobs, "decide", context -> {
            if (isPartial(context)) {
                return Counts.NONE;
            }
            progress.doing("deciding");
            CaseTally tally = decisions.decide(businessDate(context));
            chargebacks.follow(businessDate(context));
            return new Counts(tally.open() + tally.closed(), tally.closedAutomatically());
        });
    }

    private static boolean isPartial(ChunkContext context) {
        return context.getStepContext().getJobParameters().get(ONLY) != null;
    }

    private static Step postStep(JobRepository jobs, LedgerPosting posting, NightProgress progress) {
        return step(jobs, "post", context -> {
            if (isPartial(context)) {
                return Counts.NONE;
            }
            progress.doing("posting to the ledger");
            int transfers = posting.post(businessDate(context));
            return new Counts(transfers, transfers);
        });
    }

    private static Step lakeStep(JobRepository jobs, ResultLake lake, NightProgress progress) {
        return step(jobs, "write-lake", context -> {
            // A part of the reconciliations is no day: the partition waits for the whole one.
            if (isPartial(context)) {
                return Counts.NONE;
            }
            progress.doing("writing the data lake");
            long rows = lake.write(businessDate(context));
            return new Counts(rows, rows);
        });
    }

    private static LocalDate businessDate(ChunkContext context) {
        Object date = context.getStepContext().getJobParameters().get(BUSINESS_DATE);
        return (LocalDate) Objects.requireNonNull(date, "a night has a business date");
    }

    private interface Work {
        Counts run(ChunkContext context);
    }

    /**
     * A step whose work commits by itself: the transaction that Spring Batch would hold around it holds nothing. A night that is
     * taken up again begins each step again: files may have come since, and a step without anything new to do is over at once.
     */
    private static Step step(JobRepository jobs, String name, Work work) {
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
