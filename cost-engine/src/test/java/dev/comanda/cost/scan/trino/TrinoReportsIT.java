package dev.comanda.cost.scan.trino;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.comanda.cost.allocation.AllocationRules;
import dev.comanda.cost.bill.UnreadableBillException;
import dev.comanda.cost.charge.CostQuestion;
import dev.comanda.cost.charge.CostRow;
import dev.comanda.cost.charge.Metric;
import dev.comanda.cost.charge.ReportKey;
import dev.comanda.cost.fact.Fact;
import dev.comanda.cost.fact.FactKey;
import dev.comanda.cost.scan.ChargeScan;
import dev.comanda.cost.scan.ChargeScan.PeriodFiles;
import dev.comanda.cost.scan.duckdb.DuckDbChargeScan;
import dev.comanda.cost.scan.duckdb.ScanLimits;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On a real Trino the example's bill gives the rows that DuckDB gives, to the last byte. */
class TrinoReportsIT {

    private static final TrinoTables TABLES =
            new TrinoTables("memory", "default", "bill", "billing_period", "memory.default");

    @TempDir
    private static Path spill;

    private static final List<PeriodFiles> BILLS = ExampleBill.export();
    private static final AllocationRules RULES = ExampleBill.RULES;

    private final ChargeScan duck = new DuckDbChargeScan(new ScanLimits(2, 512, spill));
    private final ChargeScan trino =
            new TrinoChargeScan(() -> TrinoEngine.open(TrinoServer.shared().url(), "test", TABLES));

    @BeforeAll
    static void begin() throws SQLException {
        assumeTrue(!BILLS.isEmpty(), "the examples are not beside the project");
        try (Connection connection = TrinoServer.shared().connection()) {
            new LoadedBill(connection, TABLES).create(BILLS);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "month,service,charge_type; amortized",
                "account,date,region,usage_type; unblended",
                "tag:team,resource; net_amortized",
                "cluster,namespace,workload; amortized",
                "cluster,namespace,date; list",
                "team,domain,rule,environment; amortized",
                "team,namespace,tag:team; unblended"
            })
    void aReportHasTheRowsThatDuckDbGives(String keys, String metric) {
        CostQuestion question = new CostQuestion(
                Arrays.stream(keys.split(","))
                        .map(code -> ReportKey.of(code).orElseThrow())
                        .toList(),
                Metric.of(metric).orElseThrow());

        assertThat(rows(trino, question)).isEqualTo(rows(duck, question)).isNotEmpty();
    }

    private static List<CostRow> rows(ChargeScan scan, CostQuestion question) {
        List<CostRow> rows = new ArrayList<>();
        scan.report(BILLS, question, RULES, rows::add);
        return rows;
    }

    @Test
    void theTotalsAreThoseOfTheFiles() {
        for (PeriodFiles bill : BILLS) {
            assertThat(trino.totals(bill)).isEqualTo(duck.totals(bill));
        }
    }

    @Test
    void everyFactHasTheKeyAndTheCostThatDuckDbGivesIt() {
        PeriodFiles bill = BILLS.get(0);

        assertThat(allocated(trino, bill)).isEqualTo(allocated(duck, bill)).isNotEmpty();
    }

    private static List<Object> allocated(ChargeScan scan, PeriodFiles bill) {
        return scan.allocate(bill, RULES, allocated -> {
            List<Object> all = new ArrayList<>(allocated.shares());
            List<FactKey> keys = new ArrayList<>();
            allocated.keys(keys::add);
            List<Fact> facts = new ArrayList<>();
            allocated.facts(facts::add);
            all.addAll(keys);
            facts.stream().map(Object::toString).sorted().forEach(all::add);
            return all;
        });
    }

    @Test
    void aPeriodThatTheTableDoesNotHaveIsNoBillOfNothing() {
        assertThatThrownBy(() -> trino.totals(new PeriodFiles(YearMonth.of(2031, 1), List.of())))
                .isInstanceOf(UnreadableBillException.class)
                .hasMessageContaining("has no row of the period");
    }

    @Test
    void aRestatementIsRefused() {
        assertThatThrownBy(() -> trino.restatement(BILLS.get(0), BILLS.get(0), row -> {}))
                .isInstanceOf(UnreadableBillException.class)
                .hasMessageContaining("one state of the month");
    }

    /** Where they are joined by "is not distinct from", Trino 435 gives none of these rows. */
    @Test
    void rowsWhoseKeyIsNullInAllOfThemAreJoined() throws SQLException {
        String same = DSL.using(SQLDialect.TRINO)
                .renderInlined(TrinoDialect.INSTANCE.same(DSL.field("l.n"), DSL.field("r.n")));
        assertThat(count("l.c = r.c and " + same)).isEqualTo(2);
        assertThat(count("l.c = r.c and l.n is not distinct from r.n")).isZero();
    }

    private static int count(String join) throws SQLException {
        try (Connection connection = TrinoServer.shared().connection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists memory.default.one as"
                    + " select * from (values ('USD', cast(null as varchar), 1), ('USD', null, 2)) as t (c, n, k)");
            statement.execute("create table if not exists memory.default.other as"
                    + " select distinct c, n from memory.default.one");
            try (ResultSet rows = statement.executeQuery(
                    "select count(*) from memory.default.one l join memory.default.other r on " + join)) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    @Test
    void nothingIsLeftBehind() throws SQLException {
        try (Connection connection = TrinoServer.shared().connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select count(*) from memory.information_schema.tables where table_name like 'comanda%'")) {
            rows.next();
            assertThat(rows.getInt(1)).isZero();
        }
    }
}
