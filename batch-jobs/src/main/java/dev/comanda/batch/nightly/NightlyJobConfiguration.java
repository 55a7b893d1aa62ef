package dev.comanda.batch.nightly;

import dev.comanda.batch.configuration.Agreements;
import dev.comanda.batch.configuration.Expected;
import dev.comanda.batch.configuration.WriteOffs;
import dev.comanda.batch.ingest.InboxIngest;
import dev.comanda.batch.ingest.Inboxes;
import dev.comanda.batch.lake.ResultLake;
import dev.comanda.ops.bank.loading.SharedAccounts;
import dev.comanda.ops.calendar.persistence.BankDays;
import dev.comanda.ops.chargeback.Chargebacks;
import dev.comanda.ops.completeness.Completeness;
import dev.comanda.ops.completeness.persistence.JooqCompleteness;
import dev.comanda.ops.decision.Decisions;
import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import dev.comanda.ops.ingest.LegalEntity;
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
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.FlowBuilder;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/**
 * The job {@code nightly}: ingest, completeness, the cut, one step per reconciliation, laws, decisions, the ledger. Each step commits by itself, so none holds
 * the others' work.
 */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:dev/comanda/batch/nightly/nightly.properties")
@EnableConfigurationProperties(Agreements.class)
class NightlyJobConfiguration {

    private static final int LANES = 2;

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
            DSLContext database,
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
        NightSteps steps = new NightSteps(jobs, progress);
        return new JobBuilder("nightly", jobs)
                .listener(new BegunExecutions(database))
                .start(steps.ingest(ingest, preparation))
                .next(steps.checkCompleteness(completeness))
                .next(steps.takeSources(reconciliations))
                .on("COMPLETED")
                .to(sideBySide(spec -> steps.reconcile(spec, reconciliations, summaries)))
                .next(steps.checkLaws(reconciliations))
                .next(steps.decide(decisions, chargebacks))
                .next(steps.post(posting))
                .next(steps.writeLake(lake))
                .end()
                .build();
    }

    /** Reconciliations share no items: each lane takes every other one, so that the two dearest, which come first, do not wait. */
    private static Flow sideBySide(Function<ReconciliationSpec, Step> steps) {
        Flow[] lanes = IntStream.range(0, LANES)
                .mapToObj(lane -> {
                    List<Step> ofLane = IntStream.range(
                                    0, ReconciliationSpecs.all().size())
                            .filter(i -> i % LANES == lane)
                            .mapToObj(i -> steps.apply(ReconciliationSpecs.all().get(i)))
                            .toList();
                    FlowBuilder<Flow> flow = new FlowBuilder<>("reconciliations-" + (lane + 1));
                    flow.start(ofLane.get(0));
                    ofLane.stream().skip(1).forEach(flow::next);
                    return flow.build();
                })
                .toArray(Flow[]::new);
        return new FlowBuilder<Flow>("reconciliations")
                .split(new SimpleAsyncTaskExecutor("reconciliations-"))
                .add(lanes)
                .build();
    }
}
