package dev.comanda.cost.scan.sql;

import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The Cost and Usage Report: the legacy one, whose columns change from month to month, and CUR 2.0 with its maps. */
final class CurFormat implements BillFormat {

    /** EKS and ECS on EC2: the instance is charged, these lines only divide it (AWS, "Understanding split cost allocation data"). */
    private static final List<String> SPLIT_OPERATIONS = List.of("EKSPod-EC2", "ECSTask-EC2");

    private static final String POD = ":pod/";

    @Override
    public List<String> required() {
        return List.of(
                "line_item_usage_account_id",
                "line_item_usage_start_date",
                "line_item_line_item_type",
                "line_item_product_code",
                "line_item_unblended_cost",
                "line_item_currency_code");
    }

    @Override
    public List<String> numbers() {
        return Amortization.COLUMNS;
    }

    @Override
    public List<String> moments() {
        return List.of("line_item_usage_start_date", "bill_billing_period_start_date");
    }

    @Override
    public Map<String, List<String>> neededBy() {
        return Amortization.NEEDED_BY;
    }

    @Override
    public List<Field<?>> fields(BillColumns columns) {
        Amortization cost = new Amortization(columns);
        Field<Boolean> isSplit =
                coalesce(DSL.field(columns.plainText("line_item_operation").in(SPLIT_OPERATIONS)), inline(false));
        List<Field<?>> fields = new ArrayList<>(List.of(
                columns.text("line_item_usage_account_id").as(ChargeFields.ACCOUNT),
                DSL.cast(columns.moment("line_item_usage_start_date"), SQLDataType.LOCALDATE)
                        .as(ChargeFields.DATE),
                columns.text("line_item_product_code").as(ChargeFields.SERVICE),
                region(columns).as(ChargeFields.REGION),
                columns.text("line_item_usage_type").as(ChargeFields.USAGE_TYPE),
                columns.text("line_item_line_item_type").as(ChargeFields.CHARGE_TYPE),
                columns.text("line_item_resource_id").as(ChargeFields.RESOURCE),
                coalesce(columns.text("line_item_currency_code"), inline("")).as(ChargeFields.CURRENCY),
                columns.moment("bill_billing_period_start_date").as(ChargeFields.PERIOD_START),
                cost.unblended().as(ChargeFields.UNBLENDED),
                cost.amortized().as(ChargeFields.AMORTIZED),
                cost.netAmortized().as(ChargeFields.NET_AMORTIZED),
                cost.list().as(ChargeFields.LIST),
                cost.trueUp().as(ChargeFields.TRUE_UP),
                cost.upfront().as(ChargeFields.UPFRONT),
                columns.cost("line_item_usage_amount").as(ChargeFields.USAGE),
                isSplit.as(ChargeFields.IS_SPLIT),
                columns.text("identity_line_item_id").as(ChargeFields.LINE),
                columns.text("identity_time_interval").as(ChargeFields.INTERVAL),
                columns.text("split_line_item_parent_resource_id").as(ChargeFields.PARENT),
                coalesce(columns.cost("split_line_item_split_cost"), Amortization.ZERO)
                        .as(ChargeFields.SPLIT_COST),
                coalesce(columns.quanta("split_line_item_split_cost"), inline(BigInteger.ZERO))
                        .as(ChargeFields.SPLIT_QUANTA)));
        fields.addAll(pod(columns));
        return fields;
    }

    private static Field<String> region(BillColumns columns) {
        return coalesce(columns.text("product_region_code"), columns.text("product_region"));
    }

    /** {@code arn:aws:eks:region:account:pod/cluster/namespace/pod/uid}. */
    private static List<Field<?>> pod(BillColumns columns) {
        // As the files have it: DuckDB splits each of their few names once, but what was compared before once for each
        // line.
        Field<String> resource = columns.plainText("line_item_resource_id");
        Condition isPod = resource.contains(POD);
        return List.of(
                part(resource, isPod, 2).as(ChargeFields.CLUSTER),
                part(resource, isPod, 3).as(ChargeFields.NAMESPACE),
                when(isPod, workload(columns)).as(ChargeFields.WORKLOAD));
    }

    /** Null where it is empty, or the resource no pod: said so because both sides are then told for few names, and not line by line. */
    private static Field<String> part(Field<String> resource, Condition isPod, int number) {
        Field<String> part = DSL.field("split_part({0}, '/', {1})", SQLDataType.VARCHAR, resource, inline(number));
        return DSL.nullif(part, when(isPod, inline("")).otherwise(part));
    }

    /** A replica set changes with every release; its deployment does not. */
    private static Field<String> workload(BillColumns columns) {
        Field<String> type = eksTag(columns, "workload-type");
        return case_(coalesce(type, inline("")))
                .when(inline("ReplicaSet"), coalesce(eksTag(columns, "deployment"), eksTag(columns, "workload-name")))
                .else_(coalesce(eksTag(columns, "workload-name"), eksTag(columns, "deployment")));
    }

    private static Field<String> eksTag(BillColumns columns, String key) {
        String underscored = key.replace('-', '_');
        return coalesce(
                columns.inMap("resource_tags", "aws:eks:" + key),
                columns.inMap("resource_tags", "aws_eks_" + underscored),
                columns.text("resource_tags_aws:eks:" + key),
                columns.text("resource_tags_aws_eks_" + underscored));
    }

    @Override
    public Field<String> tag(BillColumns columns, String key) {
        return coalesce(
                columns.inMap("resource_tags", "user:" + key),
                columns.inMap("resource_tags", "user_" + key),
                columns.text("resource_tags_user:" + key),
                columns.text("resource_tags_user_" + key));
    }

    @Override
    public Field<String> category(BillColumns columns, String name) {
        return coalesce(
                columns.inMap("cost_category", name),
                columns.inMap("cost_category", name.toLowerCase(Locale.ROOT)),
                columns.text("cost_category_" + name),
                columns.text("cost_category_" + name.toLowerCase(Locale.ROOT)));
    }
}
