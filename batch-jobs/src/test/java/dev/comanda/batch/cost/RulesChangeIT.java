package dev.comanda.batch.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comanda.cost.allocation.AllocationRules;
import dev.comanda.cost.allocation.Owner;
import dev.comanda.cost.allocation.yaml.RulesFiles;
import dev.comanda.cost.bill.storage.FolderDeliveries;
import dev.comanda.cost.charge.CostQuestion;
import dev.comanda.cost.charge.Metric;
import dev.comanda.cost.charge.ReportKey.Column;
import dev.comanda.cost.fact.persistence.JooqCostFacts;
import dev.comanda.cost.imports.CostImport;
import dev.comanda.cost.imports.archive.DeliveryArchive;
import dev.comanda.cost.imports.persistence.JooqPublishedBills;
import dev.comanda.cost.imports.persistence.JooqRefusals;
import dev.comanda.cost.reallocation.MovedCost;
import dev.comanda.cost.reallocation.RulesChange;
import dev.comanda.cost.reallocation.RulesChange.Status;
import dev.comanda.cost.reallocation.RulesTrial;
import dev.comanda.cost.reallocation.RulesWork;
import dev.comanda.cost.reallocation.persistence.JooqRulesChanges;
import dev.comanda.cost.report.CostReports;
import dev.comanda.cost.scan.duckdb.DuckDbChargeScan;
import dev.comanda.cost.scan.duckdb.ScanLimits;
import dev.comanda.cost.simulation.SimulatedBill;
import dev.comanda.cost.simulation.duckdb.BillSimulator;
import dev.comanda.ops.approval.Proposal.Kind;
import dev.comanda.ops.approval.Proposals.Result;
import dev.comanda.ops.approval.Proposals.Wish;
import dev.comanda.ops.approval.persistence.JooqProposals;
import dev.comanda.ops.testing.PostgresExtension;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A change of the rules is tried, approved by a second person, and then in force for all bills. */
class RulesChangeIT {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T06:00:00Z"), ZoneOffset.UTC);
    private static final YearMonth MONTH = YearMonth.of(2026, 10);

    private static final String CHANGED =
            """
            version: 1
            rules:
              - name: Databases are everybody's
                when: {service: AmazonRDS}
                shared: even
              - name: The tag
                team: ${tag:team}
            """;

    @TempDir
    private Path folder;

    private RulesFiles rules;
    private JooqRulesChanges changes;
    private JooqProposals proposals;
    private CostReports reports;
    private RulesWork work;

    @BeforeEach
    void importABill() throws IOException {
        CostTables.empty(postgres.dsl());
        postgres.dsl().execute("truncate cost.rules_change cascade");
        for (String person : List.of("ana", "bia")) {
            postgres.dsl()
                    .execute(
                            "insert into identity.app_user values (?, ?, 'x', true) on conflict do nothing",
                            person,
                            person);
            postgres.dsl()
                    .execute("insert into identity.user_role values (?, 'APPROVER') on conflict do nothing", person);
        }
        ScanLimits limits = new ScanLimits(2, 512, folder.resolve("spill"));
        DuckDbChargeScan scan = new DuckDbChargeScan(limits);
        DeliveryArchive archive = new DeliveryArchive(folder.resolve("bills"));
        JooqPublishedBills published = new JooqPublishedBills(postgres.dsl(), CLOCK);
        rules = new RulesFiles(null, folder.resolve("rules.yaml"));
        changes = new JooqRulesChanges(postgres.dsl(), CLOCK);
        proposals = new JooqProposals(postgres.dsl(), CLOCK);
        reports = new CostReports(scan, published, archive, new JooqCostFacts(postgres.dsl()), rules);
        CostImport imports = new CostImport(scan, published, archive, rules, new JooqRefusals(postgres.dsl(), CLOCK));
        work = new RulesWork(changes, rules, new RulesTrial(reports, scan), published, archive, imports);
        Path export = folder.resolve("export");
        new BillSimulator(limits).write(SimulatedBill.of(MONTH, 1, SimulatedBill.ROWS_MIN, 5), export);
        imports.run(new FolderDeliveries(export), null, outcome -> {});
    }

    @Test
    void aTrialSaysWhatMovesAndMovesNothing() {
        Map<String, BigDecimal> before = byTeam();
        long id = ask(CHANGED);
        work.run();

        assertThat(changes.find(id).orElseThrow().status()).isEqualTo(Status.TRIED);
        List<MovedCost> moved = changes.moved(id);
        assertThat(moved).extracting(MovedCost::owner).contains(Owner.TEAM);
        for (Owner owner : Owner.values()) {
            assertThat(moved.stream()
                            .filter(each -> each.owner() == owner)
                            .map(MovedCost::change)
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(BigDecimal.ZERO);
        }
        assertThat(byTeam()).isEqualTo(before);
        assertThat(rules.current().hash()).isEqualTo(RulesFiles.shipped().hash());
    }

    @Test
    void anApprovedChangeIsInForceAndTheCostIsWhatTheTrialSaid() throws IOException {
        long id = ask(CHANGED);
        work.run();
        Map<String, BigDecimal> expected = byTeam();
        changes.moved(id).stream()
                .filter(each -> each.owner() == Owner.TEAM)
                .forEach(each -> expected.merge(each.name(), each.change(), BigDecimal::add));
        expected.values().removeIf(cost -> cost.signum() == 0);
        approve(id);
        work.run();

        assertThat(changes.find(id).orElseThrow().status()).isEqualTo(Status.TAKEN);
        assertThat(Files.readString(folder.resolve("rules.yaml"))).isEqualTo(CHANGED);
        assertThat(reports.isQuick(MONTH, MONTH, new CostQuestion(List.of(Column.TEAM), Metric.AMORTIZED)))
                .isTrue();
        Map<String, BigDecimal> now = byTeam();
        now.values().removeIf(cost -> cost.signum() == 0);
        assertThat(now).isEqualTo(expected);
    }

    @Test
    void aChangeThatWasCutOffWhileItCameIntoForceIsFinished() {
        long id = ask(CHANGED);
        work.run();
        approve(id);
        rules.replace(CHANGED);
        work.run();

        assertThat(changes.find(id).orElseThrow().status()).isEqualTo(Status.TAKEN);
        assertThat(reports.isQuick(MONTH, MONTH, new CostQuestion(List.of(Column.TEAM), Metric.AMORTIZED)))
                .isTrue();
    }

    @Test
    void whatNobodyApprovedIsNotTakenEvenByTheDatabase() {
        long id = ask(CHANGED);
        work.run();
        RulesChange change = changes.find(id).orElseThrow();
        proposals.propose(new Wish(Kind.ALLOCATION_RULES, String.valueOf(id), change.payload(), "why not"), "ana");
        work.run();

        assertThat(rules.current().hash()).isEqualTo(change.base());
        assertThatThrownBy(() -> changes.taken(change))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("another person must approve");
        assertThatThrownBy(() -> postgres.dsl().execute("update cost.rules_change set content = 'version: 1'"))
                .hasMessageContaining("stays what it was");
    }

    @Test
    void aChangeOfRulesThatWereReplacedSinceIsOvertaken() {
        long first = ask(CHANGED);
        long second = ask(CHANGED + "# the same again\n");
        work.run();
        approve(first);
        approve(second);
        work.run();

        assertThat(changes.find(first).orElseThrow().status()).isEqualTo(Status.TAKEN);
        RulesChange overtaken = changes.find(second).orElseThrow();
        assertThat(overtaken.status()).isEqualTo(Status.STALE);
        assertThat(overtaken.problem()).contains("other rules");
        long late = ask(CHANGED + "# and again\n", RulesFiles.shipped());
        work.run();
        assertThat(changes.find(late).orElseThrow().status()).isEqualTo(Status.FAILED);
    }

    private long ask(String content) {
        return ask(content, rules.current());
    }

    private long ask(String content, AllocationRules base) {
        return changes.ask(rules.read("the test", content), base, MONTH, "ana");
    }

    private void approve(long id) {
        String payload = changes.find(id).orElseThrow().payload();
        assertThat(proposals.propose(new Wish(Kind.ALLOCATION_RULES, String.valueOf(id), payload, "a reason"), "ana"))
                .isEqualTo(Result.DONE);
        long proposal = proposals
                .waitingFor(Kind.ALLOCATION_RULES, String.valueOf(id))
                .orElseThrow()
                .id();
        assertThat(proposals.approve(proposal, payload, "ana")).isEqualTo(Result.OWN_PROPOSAL);
        assertThat(proposals.approve(proposal, payload, "bia")).isEqualTo(Result.DONE);
    }

    private Map<String, BigDecimal> byTeam() {
        Map<String, BigDecimal> teams = new TreeMap<>();
        reports.report(
                MONTH,
                MONTH,
                new CostQuestion(List.of(Column.TEAM, Column.SERVICE), Metric.AMORTIZED),
                row -> teams.merge(row.keys().get(0), row.cost(), BigDecimal::add));
        return teams;
    }
}
