package dev.comanda.cost.scan.trino;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.cost.allocation.AllocationRules;
import dev.comanda.cost.charge.CostQuestion;
import dev.comanda.cost.charge.CostQuestion.Days;
import dev.comanda.cost.charge.CostQuestion.Filter;
import dev.comanda.cost.charge.Metric;
import dev.comanda.cost.charge.ReportKey;
import dev.comanda.cost.charge.ReportKey.Column;
import dev.comanda.cost.scan.ChargeScan.PeriodFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.tools.jdbc.MockConnection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What Trino is asked. {@code -Dgolden.write=true} writes the files anew; what changed in them is to be read then. */
class TrinoSqlTest {

    private static final Path GOLDEN = Path.of("src/test/resources/dev/comanda/cost/scan/trino");

    private static final TrinoTables TABLES =
            new TrinoTables("hive", "billing", "cur2", "billing_period", "hive.scratch");

    private static final PeriodFiles BILL = new PeriodFiles(YearMonth.of(2026, 8), List.of());
    private static final AllocationRules RULES = ExampleBill.RULES;

    @Test
    void theTotalsOfABill() throws IOException {
        check("totals", "cur2", scan -> scan.totals(BILL));
    }

    @Test
    void aReportOfSomeDays() throws IOException {
        CostQuestion question = new CostQuestion(
                List.of(Column.SERVICE, Column.CHARGE_TYPE),
                Metric.AMORTIZED,
                List.of(new Filter(Column.ACCOUNT, "111111111111")),
                new Days(LocalDate.of(2026, 8, 3), LocalDate.of(2026, 8, 9)));
        check("report-days", "cur2", scan -> scan.report(List.of(BILL), question, RULES, row -> {}));
    }

    @Test
    void aReportByTag() throws IOException {
        check("report-tag", "cur2", report("tag:team,resource", Metric.NET_AMORTIZED));
    }

    @Test
    void aReportByCluster() throws IOException {
        check("report-pods", "cur2", report("cluster,namespace,workload", Metric.LIST));
    }

    @Test
    void aReportByOwner() throws IOException {
        check("report-owners", "cur2", report("team,domain,rule,environment", Metric.UNBLENDED));
    }

    @Test
    void theFactsOfABill() throws IOException {
        check(
                "facts",
                "cur2",
                scan -> scan.allocate(BILL, RULES, allocated -> {
                    allocated.keys(key -> {});
                    allocated.facts(fact -> {});
                    return true;
                }));
    }

    @Test
    void aReportOfABillInFocus() throws IOException {
        check("report-focus", "focus", report("service,tag:team", Metric.AMORTIZED));
    }

    private static Consumer<TrinoChargeScan> report(String keys, Metric metric) {
        CostQuestion question = new CostQuestion(
                Arrays.stream(keys.split(","))
                        .map(code -> ReportKey.of(code).orElseThrow())
                        .toList(),
                metric);
        return scan -> scan.report(List.of(BILL), question, RULES, row -> {});
    }

    private static void check(String question, String columns, Consumer<TrinoChargeScan> ask) throws IOException {
        Recorded recorded = new Recorded(Files.readAllLines(GOLDEN.resolve(columns + "-columns.tsv")));
        ask.accept(new TrinoChargeScan(() -> new TrinoEngine(new MockConnection(recorded), TABLES, "0")));

        Path file = GOLDEN.resolve(question + ".sql");
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(file, recorded.text());
        }
        assertThat(recorded.text()).isEqualTo(expected(file));
    }

    private static @Nullable String expected(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : null;
    }
}
