package dev.comanda.batch.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.cost.imports.ImportOutcome;
import dev.comanda.cost.imports.ImportOutcome.Imported;
import dev.comanda.cost.imports.ImportOutcome.Refused;
import dev.comanda.ops.testing.PostgresExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows whose cost or date cannot be computed from the columns that are there: refused, never taken for 0. */
class UncomputableBillIT {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private static final YearMonth AUGUST = YearMonth.of(2026, 8);

    @TempDir
    private Path folder;

    private WrittenBill bill;
    private Bills bills;

    @BeforeEach
    void publishAGoodDelivery() throws IOException, SQLException {
        Bills.beginEmpty(postgres.dsl());
        bills = new Bills(postgres.dsl(), folder.resolve("kept"));
        bill = new WrittenBill(folder.resolve("export"));
        bill.deliver(WrittenBill.ROWS);
        assertThat(bills.read(bill.folder())).singleElement().isInstanceOf(Imported.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        SavingsPlanCoveredUsage  | savings_plan_savings_plan_effective_cost
        SavingsPlanRecurringFee  | savings_plan_total_commitment_to_date
        SavingsPlanRecurringFee  | savings_plan_used_commitment
        DiscountedUsage          | reservation_effective_cost
        RIFee                    | reservation_unused_amortized_upfront_fee_for_billing_period
        RIFee                    | reservation_unused_recurring_fee
        """)
    void aRowWhoseAmortisedCostCannotBeComputedIsRefused(String type, String column) throws Exception {
        bill.deliver("select * replace ('" + type + "' as line_item_line_item_type) from (" + WrittenBill.ROWS + ")");
        assertThat(problem())
                .startsWith("period 2026-08: ")
                .contains("has rows of type " + type)
                .contains(column)
                .contains("add it to the export");
        assertThat(bills.total(AUGUST)).isEqualTo("4.250000000000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'yesterday'", "20260805"})
    void aDateThatIsNoneIsRefused(String date) throws Exception {
        bill.deliver("select * replace (" + date + " as line_item_usage_start_date) from (" + WrittenBill.ROWS + ")");
        assertThat(problem()).startsWith("period 2026-08: ").contains("cur-00001.snappy.parquet", "usage_start_date");
        assertThat(bills.total(AUGUST)).isEqualTo("4.250000000000");
    }

    private String problem() {
        List<ImportOutcome> outcomes = bills.read(bill.folder());
        assertThat(outcomes).singleElement().isInstanceOf(Refused.class);
        return String.valueOf(((Refused) outcomes.get(0)).problem().getMessage());
    }
}
