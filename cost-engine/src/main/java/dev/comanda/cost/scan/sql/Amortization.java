package dev.comanda.cost.scan.sql;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * What a line of a Cost and Usage Report costs, by each metric. The rules are those that AWS publishes with its Cloud Intelligence
 * Dashboards (summary view). Over a whole bill {@code unblended = amortised + true-up + upfront fees}.
 */
public final class Amortization {

    public static final Field<BigDecimal> ZERO = inline(BigDecimal.ZERO).cast(BillColumns.COST);

    static final List<String> COLUMNS = List.of(
            "line_item_unblended_cost",
            "line_item_net_unblended_cost",
            "pricing_public_on_demand_cost",
            "reservation_effective_cost",
            "reservation_net_effective_cost",
            "reservation_unused_amortized_upfront_fee_for_billing_period",
            "reservation_net_unused_amortized_upfront_fee_for_billing_period",
            "reservation_unused_recurring_fee",
            "reservation_net_unused_recurring_fee",
            "reservation_amortized_upfront_fee_for_billing_period",
            "savings_plan_savings_plan_effective_cost",
            "savings_plan_net_savings_plan_effective_cost",
            "savings_plan_total_commitment_to_date",
            "savings_plan_used_commitment",
            "savings_plan_amortized_upfront_commitment_for_billing_period",
            "split_line_item_split_cost");

    static final Map<String, List<String>> NEEDED_BY = Map.of(
            "SavingsPlanCoveredUsage",
            List.of("savings_plan_savings_plan_effective_cost"),
            "SavingsPlanRecurringFee",
            List.of("savings_plan_total_commitment_to_date", "savings_plan_used_commitment"),
            "DiscountedUsage",
            List.of("reservation_effective_cost"),
            "RIFee",
            List.of("reservation_unused_amortized_upfront_fee_for_billing_period", "reservation_unused_recurring_fee"));

    private static final String UNBLENDED = "line_item_unblended_cost";
    private static final String REFUNDED_FEE = "Refund for one-time fee for Savings Plan ID%";

    private final BillColumns columns;
    private final Field<String> type;
    private final Condition isUpfrontFee;

    public Amortization(BillColumns columns) {
        this.columns = columns;
        this.type = coalesce(columns.text("line_item_line_item_type"), inline(""));
        Condition isRefundOfUpfrontFee = type.eq(inline("Refund"))
                .and(columns.text("line_item_product_code").eq(inline("ComputeSavingsPlans")))
                .and(columns.text("line_item_line_item_description").like(inline(REFUNDED_FEE)));
        this.isUpfrontFee = type.eq(inline("SavingsPlanUpfrontFee"))
                .or(type.eq(inline("Fee"))
                        .and(columns.text("reservation_reservation_a_r_n").isNotNull()))
                .or(isRefundOfUpfrontFee);
    }

    public Field<BigDecimal> unblended() {
        return cost(UNBLENDED);
    }

    Field<BigDecimal> amortized() {
        return amortized(
                cost("savings_plan_savings_plan_effective_cost"),
                cost("reservation_effective_cost"),
                cost("reservation_unused_amortized_upfront_fee_for_billing_period"),
                cost("reservation_unused_recurring_fee"),
                unblended());
    }

    /** Each net column where the bill has it and it is not null, else the gross one. */
    Field<BigDecimal> netAmortized() {
        return amortized(
                net("savings_plan_net_savings_plan_effective_cost", "savings_plan_savings_plan_effective_cost"),
                net("reservation_net_effective_cost", "reservation_effective_cost"),
                net(
                        "reservation_net_unused_amortized_upfront_fee_for_billing_period",
                        "reservation_unused_amortized_upfront_fee_for_billing_period"),
                net("reservation_net_unused_recurring_fee", "reservation_unused_recurring_fee"),
                net("line_item_net_unblended_cost", UNBLENDED));
    }

    private Field<BigDecimal> amortized(
            Field<BigDecimal> coveredBySavingsPlan,
            Field<BigDecimal> reserved,
            Field<BigDecimal> unusedUpfront,
            Field<BigDecimal> unusedRecurring,
            Field<BigDecimal> asInvoiced) {
        Field<BigDecimal> unusedSavingsPlan =
                cost("savings_plan_total_commitment_to_date").minus(cost("savings_plan_used_commitment"));
        return when(type.eq(inline("SavingsPlanCoveredUsage")), coveredBySavingsPlan)
                .when(type.eq(inline("SavingsPlanRecurringFee")), unusedSavingsPlan.cast(BillColumns.COST))
                .when(type.eq(inline("SavingsPlanNegation")), ZERO)
                .when(type.eq(inline("DiscountedUsage")), reserved)
                .when(
                        type.eq(inline("RIFee")),
                        unusedUpfront.plus(unusedRecurring).cast(BillColumns.COST))
                .when(isUpfrontFee, ZERO)
                .otherwise(asInvoiced);
    }

    public Field<BigDecimal> list() {
        return coalesce(columns.cost("pricing_public_on_demand_cost"), unblended());
    }

    /** What the recurring fees carry of prepaid commitment, taken back: it was paid ahead. */
    Field<BigDecimal> trueUp() {
        return when(
                        type.eq(inline("SavingsPlanRecurringFee")),
                        cost("savings_plan_amortized_upfront_commitment_for_billing_period")
                                .neg())
                .when(
                        type.eq(inline("RIFee")),
                        cost("reservation_amortized_upfront_fee_for_billing_period")
                                .neg())
                .otherwise(ZERO);
    }

    Field<BigDecimal> upfront() {
        return when(isUpfrontFee, unblended()).otherwise(ZERO);
    }

    private Field<BigDecimal> cost(String name) {
        return coalesce(columns.cost(name), ZERO);
    }

    private Field<BigDecimal> net(String net, String gross) {
        return coalesce(columns.cost(net), columns.cost(gross), ZERO);
    }
}
