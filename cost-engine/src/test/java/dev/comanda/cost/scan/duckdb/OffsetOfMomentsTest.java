package dev.comanda.cost.scan.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.comanda.cost.allocation.yaml.RulesFiles;
import dev.comanda.cost.charge.CostQuestion;
import dev.comanda.cost.charge.CostRow;
import dev.comanda.cost.charge.Metric;
import dev.comanda.cost.charge.ReportKey.Column;
import dev.comanda.cost.scan.ChargeScan.PeriodFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OffsetOfMomentsTest {

    @TempDir
    private Path folder;

    /** FOCUS allows ISO 8601, and with it a moment that is of another day in UTC than it reads. */
    @Test
    void aLineIsOfTheDayInUtcWhateverItsOffset() throws IOException {
        Path csv = Files.writeString(
                folder.resolve("focus.csv"),
                """
                BilledCost,EffectiveCost,ChargeCategory,ChargePeriodStart,BillingPeriodStart,BillingCurrency
                1,1,Usage,2026-01-01T23:30:00Z,2026-01-01T00:00:00Z,USD
                2,2,Usage,2026-01-02T00:30:00+01:00,2026-01-01T00:00:00Z,USD
                4,4,Usage,2026-01-02 00:00:00,2026-01-01T00:00:00Z,USD
                """);
        List<CostRow> rows = new ArrayList<>();
        new DuckDbChargeScan(new ScanLimits(1, 256, folder.resolve("spill")))
                .report(
                        List.of(new PeriodFiles(YearMonth.of(2026, 1), List.of(csv))),
                        new CostQuestion(List.of(Column.DATE), Metric.UNBLENDED),
                        RulesFiles.shipped(),
                        rows::add);

        assertThat(rows)
                .extracting(
                        row -> row.keys().get(0),
                        row -> row.cost().stripTrailingZeros().toPlainString())
                .containsExactly(tuple("2026-01-01", "3"), tuple("2026-01-02", "4"));
    }
}
