package dev.comanda.cost.scan.trino;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.cost.allocation.yaml.RulesFiles;
import dev.comanda.cost.charge.CostQuestion;
import dev.comanda.cost.charge.CostRow;
import dev.comanda.cost.charge.Metric;
import dev.comanda.cost.charge.ReportKey;
import dev.comanda.cost.charge.ReportKey.Column;
import dev.comanda.cost.scan.ChargeScan;
import dev.comanda.cost.scan.ChargeScan.PeriodFiles;
import dev.comanda.cost.scan.duckdb.DuckDbChargeScan;
import dev.comanda.cost.scan.duckdb.ScanLimits;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bill in FOCUS, whose names are folded, whose tags are JSON and whose moments have a zone. */
class TrinoFocusIT {

    private static final String LINES =
            """
            select "BilledCost", "BilledCost" as "EffectiveCost", 'Usage' as "ChargeCategory",
                cast("Start" as timestamp with time zone) as "ChargePeriodStart",
                cast('2026-08-01 00:00:00 UTC' as timestamp with time zone) as "BillingPeriodStart",
                'USD' as "BillingCurrency", "ServiceName", "Tags"
            from (values (1234.5678901234565e0, '2026-08-02 00:00:00 UTC', 'Amazon S3', '{"user:team": "search"}'),
                (123456789.123456789e0, '2026-08-02 23:59:59 UTC', 'Amazon S3', '{"team": "orders", "x": "y"}'),
                (-0.0000000000025e0, '2026-08-03 00:00:00 UTC', 'AWS Lambda', '{}'),
                (1e0, null, 'AWS Lambda', null)) as line ("BilledCost", "Start", "ServiceName", "Tags")
            """;

    private static final TrinoTables TABLES =
            new TrinoTables("memory", "default", "focus", "billing_period", "memory.default");

    @TempDir
    private Path folder;

    @Test
    void theRowsAreThoseThatDuckDbGives() throws SQLException {
        try (Connection trino = TrinoServer.shared().connection();
                Statement statement = trino.createStatement()) {
            statement.execute("drop table if exists memory.default.focus");
            statement.execute("create table memory.default.focus as select *, '2026-08' as billing_period from ("
                    + LINES + ") as focus");
        }
        Path parquet = folder.resolve("focus.parquet");
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            statement.execute("copy (" + LINES + ") to '" + parquet + "' (format parquet)");
        }
        PeriodFiles bill = new PeriodFiles(YearMonth.of(2026, 8), List.of(parquet));
        ChargeScan duck = new DuckDbChargeScan(new ScanLimits(1, 256, folder.resolve("spill")));
        ChargeScan trino =
                new TrinoChargeScan(() -> TrinoEngine.open(TrinoServer.shared().url(), "test", TABLES));

        assertThat(trino.totals(bill)).isEqualTo(duck.totals(bill));
        assertThat(rows(trino, bill)).isEqualTo(rows(duck, bill)).hasSize(4);
    }

    private static List<CostRow> rows(ChargeScan scan, PeriodFiles bill) {
        List<CostRow> rows = new ArrayList<>();
        scan.report(
                List.of(bill),
                new CostQuestion(List.of(Column.DATE, Column.SERVICE, new ReportKey.Tag("team")), Metric.AMORTIZED),
                RulesFiles.shipped(),
                rows::add);
        return rows;
    }
}
