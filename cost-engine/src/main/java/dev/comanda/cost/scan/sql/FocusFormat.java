package dev.comanda.cost.scan.sql;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** FOCUS 1.0 to 1.2 (FinOps Foundation, FOCUS specification, "Columns"). */
final class FocusFormat implements BillFormat {

    @Override
    public List<String> required() {
        return List.of("BilledCost", "EffectiveCost", "ChargeCategory", "ChargePeriodStart");
    }

    @Override
    public List<String> numbers() {
        return List.of("BilledCost", "EffectiveCost", "ListCost");
    }

    @Override
    public List<String> moments() {
        return List.of("ChargePeriodStart", "BillingPeriodStart");
    }

    @Override
    public Map<String, List<String>> neededBy() {
        return Map.of();
    }

    @Override
    public List<Field<?>> fields(BillColumns columns) {
        Field<BigDecimal> billed = coalesce(columns.cost("BilledCost"), Amortization.ZERO);
        Field<BigDecimal> effective = coalesce(columns.cost("EffectiveCost"), Amortization.ZERO);
        Condition isCommitment = columns.text("ChargeCategory")
                .eq(inline("Purchase"))
                .and(columns.text("CommitmentDiscountId").isNotNull());
        Field<String> none = DSL.castNull(SQLDataType.VARCHAR);
        List<Field<?>> fields = new ArrayList<>(List.of(
                coalesce(columns.text("SubAccountId"), columns.text("BillingAccountId"))
                        .as(ChargeFields.ACCOUNT),
                DSL.cast(columns.moment("ChargePeriodStart"), SQLDataType.LOCALDATE)
                        .as(ChargeFields.DATE),
                columns.text("ServiceName").as(ChargeFields.SERVICE),
                coalesce(columns.text("RegionId"), columns.text("Region")).as(ChargeFields.REGION),
                columns.text("SkuId").as(ChargeFields.USAGE_TYPE),
                columns.text("ChargeCategory").as(ChargeFields.CHARGE_TYPE),
                columns.text("ResourceId").as(ChargeFields.RESOURCE),
                coalesce(columns.text("BillingCurrency"), inline("")).as(ChargeFields.CURRENCY),
                columns.moment("BillingPeriodStart").as(ChargeFields.PERIOD_START),
                billed.as(ChargeFields.UNBLENDED),
                effective.as(ChargeFields.AMORTIZED),
                effective.as(ChargeFields.NET_AMORTIZED),
                coalesce(columns.cost("ListCost"), billed).as(ChargeFields.LIST),
                when(isCommitment, Amortization.ZERO)
                        .otherwise(billed.minus(effective).cast(BillColumns.COST))
                        .as(ChargeFields.TRUE_UP),
                when(isCommitment, billed.minus(effective).cast(BillColumns.COST))
                        .otherwise(Amortization.ZERO)
                        .as(ChargeFields.UPFRONT),
                columns.cost("ConsumedQuantity").as(ChargeFields.USAGE),
                DSL.field(DSL.falseCondition()).as(ChargeFields.IS_SPLIT)));
        for (Field<String> each : List.of(
                ChargeFields.LINE,
                ChargeFields.INTERVAL,
                ChargeFields.PARENT,
                ChargeFields.CLUSTER,
                ChargeFields.NAMESPACE,
                ChargeFields.WORKLOAD)) {
            fields.add(none.as(each));
        }
        fields.add(DSL.castNull(BillColumns.COST).as(ChargeFields.SPLIT_COST));
        fields.add(DSL.castNull(PodShare.TYPE).as(ChargeFields.SPLIT_QUANTA));
        return fields;
    }

    /** Tags are JSON in a text, or a map. */
    @Override
    public Field<String> tag(BillColumns columns, String key) {
        return coalesce(
                columns.inMapOrJson("Tags", "user:" + key),
                columns.inMapOrJson("Tags", "user_" + key),
                columns.inMapOrJson("Tags", key));
    }

    /** FOCUS has none. */
    @Override
    public Field<String> category(BillColumns columns, String name) {
        return DSL.castNull(SQLDataType.VARCHAR);
    }
}
