package dev.comanda.cost.simulation.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comanda.cost.allocation.yaml.RulesFiles;
import dev.comanda.cost.bill.Deliveries.Found;
import dev.comanda.cost.bill.Delivery;
import dev.comanda.cost.bill.storage.FolderDeliveries;
import dev.comanda.cost.charge.CostQuestion;
import dev.comanda.cost.charge.CostRow;
import dev.comanda.cost.charge.Metric;
import dev.comanda.cost.charge.ReportKey;
import dev.comanda.cost.charge.ReportKey.Column;
import dev.comanda.cost.charge.ReportKey.Tag;
import dev.comanda.cost.charge.Totals;
import dev.comanda.cost.scan.ChargeScan.PeriodFiles;
import dev.comanda.cost.scan.duckdb.DuckDb;
import dev.comanda.cost.scan.duckdb.DuckDbChargeScan;
import dev.comanda.cost.scan.duckdb.ScanLimits;
import dev.comanda.cost.simulation.SimulatedBill;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A simulated bill is one that AWS could have written. */
class BillSimulatorTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final SimulatedBill BILL = SimulatedBill.of(OCTOBER, 1, 10_000, 7);

    @TempDir
    private static Path folder;

    /** Written once: its files stay when it is restated. */
    private static PeriodFiles bill;

    @BeforeAll
    static void simulate() throws IOException {
        bill = write(BILL, "bill");
    }

    @ParameterizedTest
    @ValueSource(longs = {10_000, 80_000})
    void hasTheLinesAskedForAndNoResidue(long rows) throws IOException {
        PeriodFiles simulated = rows == BILL.rows() ? bill : write(SimulatedBill.of(OCTOBER, 1, rows, 7), "hourly");

        Totals totals = scan().totals(simulated);
        assertThat(totals.rows()).isBetween(rows, rows + 300);
        assertThat(totals.residue()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(totals.trueUp()).isNegative();
        assertThat(totals.upfrontFees()).isPositive();
        assertThat(totals.netAmortized()).isNotEqualByComparingTo(totals.amortized());
    }

    @Test
    void theSameSeedGivesTheSameLinesOnAnyNumberOfThreads() throws IOException {
        new BillSimulator(new ScanLimits(1, 512, folder.resolve("spill"))).write(BILL, folder.resolve("other"));

        assertThat(lines(bill)).isEqualTo(lines(delivered("other")));
        assertThat(lines(write(SimulatedBill.of(OCTOBER, 1, 10_000, 8), "seed")))
                .isNotEqualTo(lines(bill));
    }

    @Test
    void whatPodsUseAndLeaveIsWhatTheirInstanceCosts() {
        Record row = ask(
                bill,
                """
                with pod as (
                    select split_line_item_parent_resource_id as instance, identity_time_interval as hour,
                           sum(split_line_item_split_cost + split_line_item_unused_cost) as cost
                    from bill where line_item_operation = 'EKSPod-EC2' group by all
                ), host as (
                    select line_item_resource_id as instance, identity_time_interval as hour,
                           sum(case line_item_line_item_type when 'Usage' then line_item_unblended_cost
                               when 'SavingsPlanCoveredUsage' then savings_plan_savings_plan_effective_cost else 0 end) as cost
                    from bill where line_item_operation = 'RunInstances' and line_item_resource_id like 'i-%' group by all
                )
                select count(*) filter (pod.instance is null or host.instance is null), max(abs(pod.cost - host.cost)),
                       count(*)
                from pod full join host using (instance, hour)
                """);
        assertThat(row.get(0, Long.class))
                .as("instances without pods, or pods without instance")
                .isZero();
        assertThat(row.get(1, BigDecimal.class)).isLessThan(new BigDecimal("0.000001"));
        assertThat(row.get(2, Long.class)).isPositive();
    }

    @Test
    void theIdentitiesOfAwsHold() {
        Record row = ask(
                bill,
                """
                select sum(line_item_unblended_cost) filter (
                           line_item_line_item_type in ('SavingsPlanCoveredUsage', 'SavingsPlanNegation')),
                       sum(savings_plan_used_commitment::decimal(38, 10))
                           - sum(savings_plan_savings_plan_effective_cost::decimal(38, 10)),
                       count(*) filter (savings_plan_used_commitment > savings_plan_total_commitment_to_date),
                       count(*) - count(distinct identity_line_item_id || identity_time_interval)
                from bill
                """);
        assertThat(row.get(0, BigDecimal.class))
                .as("covered usage is negated")
                .isBetween(new BigDecimal("-0.000001"), new BigDecimal("0.000001"));
        assertThat(row.get(1, BigDecimal.class)).as("what is used of the plans").isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(row.get(2, Long.class))
                .as("plans used beyond their commitment")
                .isZero();
        assertThat(row.get(3, Long.class)).as("lines that are there twice").isZero();
    }

    @Test
    void hasEveryKindOfLineAndBothFormsOfTags() {
        assertThat(keys(bill, Column.CHARGE_TYPE))
                .contains(
                        "Usage",
                        "SavingsPlanCoveredUsage",
                        "SavingsPlanNegation",
                        "SavingsPlanRecurringFee",
                        "SavingsPlanUpfrontFee",
                        "DiscountedUsage",
                        "RIFee",
                        "Fee",
                        "Tax",
                        "Credit",
                        "Refund",
                        "EdpDiscount");
        assertThat(keys(bill, Column.NAMESPACE)).contains("orders", "payments", "kube-system", "idle", "unallocated");
        assertThat(keys(bill, new Tag("team"))).contains("orders", "");
        Record forms = ask(
                bill,
                "select count(*) filter (resource_tags['user:team'] is not null),"
                        + " count(*) filter (resource_tags['user_team'] is not null),"
                        + " count(*) filter (resource_tags['aws:eks:namespace'] is not null),"
                        + " count(*) filter (resource_tags['aws_eks_namespace'] is not null) from bill");
        assertThat(forms.intoList())
                .allSatisfy(count -> assertThat((Long) count).isPositive());
    }

    @Test
    void aRestatementChangesSomeDaysAndGivesCredits() throws IOException {
        PeriodFiles after = write(BILL.restated(), "bill");

        List<CostRow> changed = new ArrayList<>();
        scan().restatement(bill, after, changed::add);
        assertThat(changed).isNotEmpty().anyMatch(row -> row.keys().contains("AmazonDynamoDB"));
        assertThat(scan().totals(after).residue()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(scan().totals(after).unblended())
                .isLessThan(scan().totals(bill).unblended());
    }

    @Test
    void aMonthUnderWayEndsWhereItIsBilledTo() throws IOException {
        PeriodFiles begun = write(BILL.until(LocalDate.of(2026, 10, 11)), "begun");
        assertThat(keys(begun, Column.DATE)).hasSize(10).contains("2026-10-01", "2026-10-10");
        assertThat(scan().totals(begun).rows()).isBetween(3_000L, 4_000L);
        assertThat(scan().totals(begun).residue()).isEqualByComparingTo(BigDecimal.ZERO);
    }

    @Test
    void refusesAFolderWithOtherThingsInItAndARestatementOfNothing() {
        assertThatThrownBy(() -> write(BILL.restated(), "nothing"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("holds no bill of 2026-10 to restate");
        assertThatThrownBy(() -> write(BILL, "bill"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not empty");
    }

    private static PeriodFiles write(SimulatedBill bill, String name) throws IOException {
        new BillSimulator(limits()).write(bill, folder.resolve(name));
        return delivered(name);
    }

    private static PeriodFiles delivered(String name) {
        Delivery delivery = ((Found.Whole)
                        new FolderDeliveries(folder.resolve(name)).find(null).get(0))
                .delivery();
        return new PeriodFiles(
                delivery.period(),
                delivery.files().stream().map(file -> Path.of(file.place())).toList());
    }

    private static List<String> keys(PeriodFiles bill, ReportKey key) {
        List<String> keys = new ArrayList<>();
        scan().report(
                        List.of(bill),
                        new CostQuestion(List.of(key), Metric.AMORTIZED),
                        RulesFiles.shipped(),
                        row -> keys.add(row.keys().get(0)));
        return keys;
    }

    private static List<String> lines(PeriodFiles bill) {
        try (DuckDb duck = DuckDb.open(limits())) {
            return duck.sql()
                    .fetch("select md5(line::varchar) from {0} as line", files(bill))
                    .getValues(0, String.class);
        }
    }

    private static Record ask(PeriodFiles bill, String question) {
        try (DuckDb duck = DuckDb.open(limits())) {
            duck.sql().execute("create temp view bill as from {0}", files(bill));
            return duck.sql().fetchSingle(question);
        }
    }

    private static Field<?> files(PeriodFiles bill) {
        return DSL.field(
                "read_parquet({0})",
                DSL.array(bill.files().stream()
                        .map(each -> DSL.inline(each.toString()))
                        .toList()));
    }

    private static DuckDbChargeScan scan() {
        return new DuckDbChargeScan(limits());
    }

    private static ScanLimits limits() {
        return new ScanLimits(2, 512, folder.resolve("spill"));
    }
}
