package dev.comanda.cost.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comanda.cost.allocation.AllocationRules;
import dev.comanda.cost.allocation.yaml.RulesFiles;
import dev.comanda.cost.charge.CostQuestion;
import dev.comanda.cost.charge.CostRow;
import dev.comanda.cost.charge.Metric;
import dev.comanda.cost.charge.ReportKey.Column;
import dev.comanda.cost.charge.Totals;
import dev.comanda.cost.fact.AllocatedBill;
import dev.comanda.cost.scan.ChargeScan.PeriodFiles;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class DividedScanTest {

    private static final PeriodFiles BILL = new PeriodFiles(YearMonth.of(2026, 8), List.of());

    private final List<String> asked = new ArrayList<>();
    private final ChargeScan scan = new DividedScan(new Noted("files"), new Noted("table"));

    @Test
    void whatChecksADeliveryIsAskedOfItsFilesAndTheRestOfTheTable() {
        scan.totals(BILL);
        scan.restatement(BILL, BILL, row -> {});
        scan.report(
                List.of(BILL),
                new CostQuestion(List.of(Column.SERVICE), Metric.AMORTIZED),
                RulesFiles.shipped(),
                row -> {});

        assertThat(asked).containsExactly("files: totals", "files: restatement", "table: report");
        assertThatThrownBy(() -> scan.allocate(BILL, RulesFiles.shipped(), allocated -> true))
                .hasMessage("table: allocate");
    }

    private final class Noted implements ChargeScan {

        private final String name;

        Noted(String name) {
            this.name = name;
        }

        @Override
        public Totals totals(PeriodFiles bill) {
            asked.add(name + ": totals");
            return new Totals(
                    1,
                    BigDecimal.ONE,
                    BigDecimal.ONE,
                    BigDecimal.ONE,
                    BigDecimal.ONE,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    "USD");
        }

        @Override
        public void report(
                List<PeriodFiles> bills, CostQuestion question, AllocationRules rules, Consumer<CostRow> rows) {
            asked.add(name + ": report");
        }

        @Override
        public <T> T allocate(PeriodFiles bill, AllocationRules rules, Function<AllocatedBill, T> use) {
            throw new IllegalStateException(name + ": allocate");
        }

        @Override
        public void restatement(PeriodFiles before, PeriodFiles after, Consumer<CostRow> rows) {
            asked.add(name + ": restatement");
        }
    }
}
