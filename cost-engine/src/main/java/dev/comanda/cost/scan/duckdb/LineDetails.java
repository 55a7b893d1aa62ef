package dev.comanda.cost.scan.duckdb;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import dev.comanda.cost.scan.sql.Amortization;
import dev.comanda.cost.scan.sql.BillColumns;
import dev.comanda.cost.scan.sql.BillScan;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** What a line says beside its cost and its keys, for those who want to have it whole. */
final class LineDetails {

    /** The tags of a line as JSON. */
    static final Field<String> TAGS = DSL.field(DSL.name("tags"), SQLDataType.VARCHAR);

    private final BillColumns columns;
    private final List<Field<?>> fields = new ArrayList<>();

    private LineDetails(BillColumns columns) {
        this.columns = columns;
    }

    static List<Field<?>> of(BillScan scan) {
        LineDetails details = new LineDetails(scan.columns());
        return scan.isFocus() ? details.ofFocus() : details.ofReport();
    }

    /** AWS, "Cost and Usage Report data dictionary"; a product's attributes are columns, or a map. */
    private List<Field<?>> ofReport() {
        text("payer", "bill_payer_account_id");
        text("payer_name", "bill_payer_account_name");
        text("account_name", "line_item_usage_account_name");
        text("invoice", "bill_invoice_id");
        text("invoicing_entity", "bill_invoicing_entity");
        text("billing_entity", "bill_billing_entity");
        text("bill_type", "bill_bill_type");
        text("legal_entity", "line_item_legal_entity");
        text("description", "line_item_line_item_description");
        text("operation", "line_item_operation");
        text("zone", "line_item_availability_zone");
        text("unit", "pricing_unit");
        text("pricing_term", "pricing_term");
        text("sku", "product_sku");
        text("price_id", "pricing_rate_code", "pricing_rate_id");
        text("public_rate", "pricing_public_on_demand_rate");
        text("savings_plan", "savings_plan_savings_plan_a_r_n");
        text("reservation", "reservation_reservation_a_r_n");
        text("capacity_reservation", "capacity_reservation_capacity_reservation_arn");
        text("capacity_status", "capacity_reservation_capacity_reservation_status");
        product("product_name", "product_name");
        product("product_family", "product_family");
        product("location", "location");
        product("instance_type", "instance_type");
        product("operating_system", "operating_system");
        product("vcpu", "vcpu");
        product("memory", "memory");
        fields.add(columns.moment("line_item_usage_start_date").as("starts"));
        fields.add(DSL.field(
                        "cast(try_cast({0} as timestamp with time zone) as timestamp)",
                        SQLDataType.LOCALDATETIME, columns.text("line_item_usage_end_date"))
                .as("ends"));
        fields.add(columns.quantity("reservation_unused_quantity").as("unused"));
        fields.add(LineTags.ofReport(columns, "resource_tags", "resource_tags").as(TAGS));
        fields.add(LineTags.ofReport(columns, "cost_category", "cost_category").as("categories"));
        Amortization cost = new Amortization(columns);
        fields.add(when(columns.text("line_item_line_item_type").eq(inline("DiscountedUsage")), cost.list())
                .otherwise(cost.unblended())
                .as(LineAmounts.CONTRACTED));
        fields.add(DSL.castNull(BillColumns.COST).as(LineAmounts.IN_PRICING_CURRENCY));
        fields.add(columns.quantity("line_item_usage_amount").as(LineAmounts.PRICED));
        fields.add(columns.quantity("line_item_usage_amount").as(LineAmounts.CONSUMED));
        fields.add(columns.quantity("savings_plan_total_commitment_to_date").as(LineAmounts.COMMITTED));
        return fields;
    }

    private void text(String name, String... places) {
        Field<String> none = DSL.castNull(SQLDataType.VARCHAR);
        Field<String> value = none;
        for (String each : places) {
            value = value.equals(none) ? columns.text(each) : coalesce(value, columns.text(each));
        }
        fields.add(value.as(name));
    }

    private void product(String name, String attribute) {
        fields.add(coalesce(columns.inMap("product", attribute), columns.text("product_" + attribute))
                .as(name));
    }

    /** FOCUS, "Columns": what the versions have in common is called the same in all. */
    private List<Field<?>> ofFocus() {
        FocusText.COLUMNS.forEach(each -> text("has:" + each, each));
        FocusText.UNIT_PRICES.forEach(each -> fields.add(
                DSL.field("try_cast({0} as decimal(38, 18))", SQLDataType.DECIMAL(38, 18), columns.text(each))
                        .as("has:" + each)));
        fields.add(columns.moment("ChargePeriodStart").as("starts"));
        fields.add(DSL.field(
                        "cast(try_cast({0} as timestamp with time zone) as timestamp)",
                        SQLDataType.LOCALDATETIME, columns.text("ChargePeriodEnd"))
                .as("ends"));
        fields.add(jsonOfFocus("Tags").as(TAGS));
        fields.add(jsonOfFocus("SkuPriceDetails").as("price_details"));
        fields.add(jsonOfFocus("x_CostCategories").as("categories"));
        fields.add(coalesce(columns.quantity("ContractedCost"), columns.cost("BilledCost"), Amortization.ZERO)
                .as(LineAmounts.CONTRACTED));
        fields.add(columns.quantity("PricingCurrencyEffectiveCost").as(LineAmounts.IN_PRICING_CURRENCY));
        fields.add(columns.quantity("PricingQuantity").as(LineAmounts.PRICED));
        fields.add(columns.quantity("ConsumedQuantity").as(LineAmounts.CONSUMED));
        fields.add(columns.quantity("CommitmentDiscountQuantity").as(LineAmounts.COMMITTED));
        return fields;
    }

    /** JSON in a text, or a map; a text that is no JSON object becomes the one value of one. */
    private Field<String> jsonOfFocus(String name) {
        if (columns.isMap(name)) {
            return DSL.field(
                    "case when cardinality({0}) > 0 then cast(to_json({0}) as varchar) end",
                    SQLDataType.VARCHAR, columns.raw(name));
        }
        return DSL.field(
                """
                case when {0} is null then null
                     when json_valid({0}) and json_type(case when json_valid({0}) then {0} end) = 'OBJECT' then {0}
                     else cast(json_object({1}, {0}) as varchar) end
                """,
                SQLDataType.VARCHAR, columns.text(name), inline(name));
    }
}
