package dev.comanda.batch.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.cost.charge.Metric;
import dev.comanda.cost.opinion.Anomaly;
import dev.comanda.cost.opinion.Commitment;
import dev.comanda.cost.opinion.Comparison;
import dev.comanda.cost.opinion.ControlTotal;
import dev.comanda.cost.opinion.CostExplorer;
import dev.comanda.cost.opinion.Forecast;
import dev.comanda.cost.opinion.SecondOpinion;
import dev.comanda.cost.opinion.ServiceNames;
import dev.comanda.ops.testing.PostgresExtension;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The published bill beside what Cost Explorer says. */
class SecondOpinionIT {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private static final YearMonth AUGUST = YearMonth.of(2026, 8);

    @TempDir
    private Path folder;

    @Test
    void servicesAreComparedByWhatBothMeanAndWhatNoNameIsKnownForStandsAlone() throws Exception {
        Bills bills = new Bills(postgres.dsl(), folder.resolve("kept"));
        WrittenBill bill = new WrittenBill(folder.resolve("export"));
        bill.deliver("select * replace (code as line_item_product_code, type as line_item_line_item_type,"
                + " amount::double as line_item_unblended_cost)"
                + " from (" + WrittenBill.ROWS + " limit 1), (values ('AmazonEC2', 'Usage', 4.25),"
                + " ('AmazonEC2', 'Tax', 0.75), ('AWSELB', 'Usage', 2), ('8zk1qy7p0w2example', 'Usage', 3))"
                + " as part(code, type, amount)");
        bills.read(bill.folder());
        Answering explorer = new Answering(List.of(
                total("Amazon Elastic Compute Cloud - Compute", "4.00"),
                total("EC2 - Other", "0.25"),
                total("Elastic Load Balancing", "2.5"),
                total("Tax", "0.75"),
                total("AWS Something New", "9")));

        List<Comparison> compared =
                new SecondOpinion(bills.reports(), explorer, ServiceNames.shipped()).compare(AUGUST, Metric.UNBLENDED);

        assertThat(compared)
                .extracting(each -> "%s: %s - %s = %s, %s"
                        .formatted(
                                each.service(),
                                each.bill().stripTrailingZeros().toPlainString(),
                                each.costExplorer().stripTrailingZeros().toPlainString(),
                                each.difference().stripTrailingZeros().toPlainString(),
                                each.isMapped() ? "mapped" : "unmapped"))
                .containsExactly(
                        "8zk1qy7p0w2example: 3 - 0 = 3, unmapped",
                        "AWS Something New: 0 - 9 = -9, unmapped",
                        "Amazon EC2: 4.25 - 4.25 = 0, mapped",
                        "Elastic Load Balancing: 2 - 2.5 = -0.5, mapped",
                        "Tax: 0.75 - 0.75 = 0, mapped");
    }

    private static ControlTotal total(String service, String cost) {
        return new ControlTotal(service, new BigDecimal(cost), new BigDecimal(cost), "USD");
    }

    private record Answering(List<ControlTotal> totals) implements CostExplorer {

        @Override
        public List<ControlTotal> totals(YearMonth period) {
            return totals;
        }

        @Override
        public List<Forecast> forecast(LocalDate today, YearMonth last) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Anomaly> anomalies(LocalDate from, LocalDate to) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Commitment> commitments(YearMonth period) {
            throw new UnsupportedOperationException();
        }
    }
}
