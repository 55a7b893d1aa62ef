package dev.comanda.batch.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.batch.cost.BillImports;
import dev.comanda.batch.cost.WrittenBill;
import dev.comanda.cost.allocation.yaml.RulesFiles;
import dev.comanda.cost.bill.storage.BillSources;
import dev.comanda.cost.bucket.s3.Buckets;
import dev.comanda.cost.fact.persistence.JooqCostFacts;
import dev.comanda.cost.imports.CostImport;
import dev.comanda.cost.imports.ImportHistory;
import dev.comanda.cost.imports.ImportRequest;
import dev.comanda.cost.imports.ImportRequest.Status;
import dev.comanda.cost.imports.ImportRequests;
import dev.comanda.cost.imports.ImportRequests.Outcome;
import dev.comanda.cost.imports.archive.DeliveryArchive;
import dev.comanda.cost.imports.claiming.ImportClaim;
import dev.comanda.cost.imports.persistence.JooqImportHistory;
import dev.comanda.cost.imports.persistence.JooqImportRequests;
import dev.comanda.cost.imports.persistence.JooqPublishedBills;
import dev.comanda.cost.imports.persistence.JooqRefusals;
import dev.comanda.cost.reallocation.RulesTrial;
import dev.comanda.cost.reallocation.RulesWork;
import dev.comanda.cost.reallocation.persistence.JooqRulesChanges;
import dev.comanda.cost.report.CostReports;
import dev.comanda.cost.scan.duckdb.DuckDbChargeScan;
import dev.comanda.cost.scan.duckdb.ScanLimits;
import dev.comanda.ops.testing.PostgresExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.scheduling.support.CronExpression;

/** Bills that are imported unattended, on a clock that the test moves. */
class BillWorkerIT {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    /** Noon in Sao Paulo is three in the afternoon in UTC. */
    private static final CronExpression SCHEDULE = CronExpression.parse(BillSchedule.EVERY_SIX_HOURS);

    private static final Instant NOON = Instant.parse("2026-09-02T15:00:00Z");

    @TempDir
    private Path folder;

    private WrittenBill bill;
    private DeliveryArchive archive;
    private ImportRequests requests;
    private ImportHistory history;

    @BeforeEach
    void deliver() throws Exception {
        postgres.dsl()
                .execute(
                        """
                set session_replication_role = replica;
                truncate cost.delivery, cost.rules, cost.fact, cost.refusal, cost.import_request cascade;
                set session_replication_role = default;
                """);
        bill = new WrittenBill(folder.resolve("export"));
        bill.deliver(WrittenBill.ROWS);
        archive = new DeliveryArchive(folder.resolve("bills"));
        requests = new JooqImportRequests(postgres.dsl(), at(NOON));
        history = new JooqImportHistory(postgres.dsl());
    }

    @Test
    void anImportThatSomebodyAskedForIsRunOnce() {
        assertThat(requests.ask(source(), "olga")).isEqualTo(Outcome.ASKED);
        assertThat(requests.ask(source(), "otto")).isEqualTo(Outcome.UNDER_WAY);
        unscheduled().lookForWork();
        unscheduled().lookForWork();

        assertThat(requests.latest(2)).singleElement().satisfies(request -> {
            assertThat(request.requestedBy()).isEqualTo("olga");
            assertThat(request.status()).isEqualTo(Status.DONE);
            assertThat(request.imported()).isEqualTo(1);
            assertThat(request.endedAt()).isEqualTo(NOON);
        });
        assertThat(history.shown(0, 2)).hasSize(1);
        assertThat(postgres.dsl()
                        .fetchValue("select max(detail) from audit.entry where detail = ?", "source " + source()))
                .isEqualTo("source " + source());
    }

    @Test
    void theScheduleImportsAtEachOfItsMomentsOnceHoweverManyWorkersKeepIt() {
        for (int look = 0; look < 2; look++) {
            worker(source(), NOON).lookForWork();
            worker(source(), NOON.plusSeconds(3_600)).lookForWork();
        }
        assertThat(requests.latest(3)).extracting(ImportRequest::imported).containsExactly(1);

        worker(source(), NOON.plusSeconds(6 * 3_600)).lookForWork();
        assertThat(requests.latest(3)).extracting(ImportRequest::unchanged).containsExactly(1, 0);
        assertThat(requests.latest(3)).extracting(ImportRequest::requestedBy).containsOnly(ImportRequests.SCHEDULE);
    }

    @Test
    void aDeliveryThatIsRefusedEveryNightIsOneRefusalAndItsRequestSaysSo() throws Exception {
        Files.delete(bill.chunk(1));
        for (int night = 0; night < 3; night++) {
            requests.ask(source(), "olga");
            unscheduled().lookForWork();
        }
        assertThat(requests.latest(9)).hasSize(3).allSatisfy(request -> {
            assertThat(request.status()).isEqualTo(Status.DONE);
            assertThat(request.refused()).isEqualTo(1);
        });
        assertThat(history.open(9)).hasSize(1);
    }

    @Test
    void aSourceThatFailsStopsNeitherTheOthersNorTheNextImport() {
        Path absent = folder.resolve("absent");
        requests.ask(absent + ", s3://N, " + source(), "olga");
        unscheduled().lookForWork();

        ImportRequest failed = requests.latest(1).get(0);
        assertThat(failed.status()).isEqualTo(Status.FAILED);
        assertThat(failed.imported()).isEqualTo(1);
        assertThat(String.valueOf(failed.failure()).lines())
                .satisfiesExactly(
                        listed -> assertThat(listed).startsWith(absent + " cannot be listed"),
                        named -> assertThat(named).startsWith("s3://N names no bucket"));
        requests.ask(source(), "olga");
        unscheduled().lookForWork();
        assertThat(requests.latest(1).get(0).status()).isEqualTo(Status.DONE);
    }

    @Test
    void whileAnotherImportIsUnderWayTheRequestWaits() {
        requests.ask(source(), "olga");
        archive.alone(() -> unscheduled().lookForWork());
        assertThat(requests.latest(1).get(0).status()).isEqualTo(Status.WAITING);

        unscheduled().lookForWork();
        assertThat(requests.latest(1).get(0).status()).isEqualTo(Status.DONE);
    }

    @Test
    void oneImportRunsAtATimeAndOneThatWasCutOffIsTakenUpAgain() {
        requests.ask(source(), "olga");
        requests.ask(folder.toString(), "olga");
        ImportClaim claim = ImportClaim.takeNext(dataSource(), at(NOON)).orElseThrow();
        assertThat(ImportClaim.takeNext(dataSource(), at(NOON))).isEmpty();
        assertThat(requests.latest(2))
                .extracting(ImportRequest::status)
                .containsExactly(Status.WAITING, Status.RUNNING);

        claim.close();
        unscheduled().lookForWork();
        assertThat(requests.latest(2)).extracting(ImportRequest::status).containsExactly(Status.WAITING, Status.DONE);
    }

    private String source() {
        return bill.folder().toString();
    }

    private BillWorker unscheduled() {
        return new BillWorker(dataSource(), imports(), rules(), null, at(NOON));
    }

    private BillWorker worker(String source, Instant now) {
        return new BillWorker(dataSource(), imports(), rules(), new BillSchedule(SCHEDULE, source, requests), at(now));
    }

    private BillImports imports() {
        return new BillImports(new BillSources(new Buckets(null)), costImport());
    }

    private CostImport costImport() {
        return new CostImport(
                new DuckDbChargeScan(new ScanLimits(2, 512, folder.resolve("spill"))),
                new JooqPublishedBills(postgres.dsl(), at(NOON)),
                archive,
                RulesFiles::shipped,
                new JooqRefusals(postgres.dsl(), at(NOON)));
    }

    private RulesWork rules() {
        DuckDbChargeScan scan = new DuckDbChargeScan(new ScanLimits(2, 512, folder.resolve("spill")));
        JooqPublishedBills published = new JooqPublishedBills(postgres.dsl(), at(NOON));
        RulesFiles files = new RulesFiles(null, folder.resolve("rules.yaml"));
        CostReports reports = new CostReports(scan, published, archive, new JooqCostFacts(postgres.dsl()), files);
        return new RulesWork(
                new JooqRulesChanges(postgres.dsl(), at(NOON)),
                files,
                new RulesTrial(reports, scan),
                published,
                archive,
                costImport());
    }

    private static DataSource dataSource() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(postgres.database().jdbcUrl());
        dataSource.setUser(postgres.database().user());
        dataSource.setPassword(postgres.database().password());
        return dataSource;
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}
