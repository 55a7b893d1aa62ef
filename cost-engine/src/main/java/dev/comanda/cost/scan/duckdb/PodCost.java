package dev.comanda.cost.scan.duckdb;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Charge lines whose cluster, namespace and workload are known: the lines of an instance are divided among the pods that ran on it in
 * that hour, by their share of its amortised cost; what no pod used, and what is lost in rounding, is {@code idle}.
 */
final class PodCost {

    static final String UNALLOCATED = "unallocated";
    static final String IDLE = "idle";

    /** An instance also pays for the bytes it sends; those are no part of its hours. */
    private static final String BYTES = "Bytes";

    private static final Field<String> INSTANCE = field(name("instance"), SQLDataType.VARCHAR);
    private static final Field<String> HOUR = field(name("hour"), SQLDataType.VARCHAR);
    private static final Field<BigDecimal> INSTANCE_COST = field(name("instance_cost"), BillColumns.COST);
    private static final Field<BigDecimal> SHARE = field(name("share"), BillColumns.COST);
    private static final Field<Long> NUMBER = field(name("number"), SQLDataType.BIGINT);
    private static final Field<Integer> PLACE = field(name("place"), SQLDataType.INTEGER);
    private static final Field<Integer> LINES = field(name("lines"), SQLDataType.INTEGER);

    private static final List<Field<BigDecimal>> PROPORTIONAL =
            List.of(ChargeFields.UNBLENDED, ChargeFields.NET_AMORTIZED, ChargeFields.LIST);

    private final DSLContext sql;
    private final BillScan scan;
    private final List<String> tags;

    PodCost(DSLContext sql, BillScan scan, List<String> tags) {
        this.sql = sql;
        this.scan = scan;
        this.tags = tags;
    }

    Select<Record> lines() {
        CommonTableExpression<Record> charge = name("charge").as(scan.charges(tags));
        CommonTableExpression<?> pod = name("pod").as(pods(charge));
        CommonTableExpression<?> instance = name("instance_hour").as(instances(pod));
        CommonTableExpression<?> line = name("instance_line").as(instanceLines(charge, instance));
        CommonTableExpression<?> part = name("part").as(parts(line, pod));
        Select<?> all = sql.with(charge, pod, instance, line, part)
                .select(columns())
                .from(part)
                .unionAll(sql.select(columns()).from(idle(line, part).asTable("idle_part")))
                .unionAll(sql.select(columns()).from(others(charge, instance).asTable("other")));
        return sql.select(DSL.asterisk()).from(all.asTable("pod_cost"));
    }

    private List<Field<?>> columns() {
        List<Field<?>> columns = new ArrayList<>(dimensions());
        columns.addAll(List.of(ChargeFields.CLUSTER, ChargeFields.NAMESPACE, ChargeFields.WORKLOAD));
        columns.add(ChargeFields.AMORTIZED);
        columns.addAll(PROPORTIONAL);
        return columns;
    }

    /** What a part has of the line it is a part of. */
    private List<Field<?>> dimensions() {
        List<Field<?>> dimensions = new ArrayList<>(List.of(
                field(name("month")),
                ChargeFields.ACCOUNT,
                ChargeFields.DATE,
                ChargeFields.SERVICE,
                ChargeFields.REGION,
                ChargeFields.USAGE_TYPE,
                ChargeFields.CHARGE_TYPE,
                ChargeFields.RESOURCE,
                ChargeFields.CURRENCY));
        tags.forEach(tag -> dimensions.add(ChargeFields.tag(tag)));
        return dimensions;
    }

    /** What each workload used of an instance in an hour. */
    private Select<?> pods(CommonTableExpression<?> charge) {
        return sql.select(
                        ChargeFields.PARENT.as(INSTANCE),
                        ChargeFields.INTERVAL.as(HOUR),
                        coalesce(ChargeFields.CLUSTER, inline(UNALLOCATED)).as(ChargeFields.CLUSTER),
                        coalesce(ChargeFields.NAMESPACE, inline(UNALLOCATED)).as(ChargeFields.NAMESPACE),
                        coalesce(ChargeFields.WORKLOAD, inline(UNALLOCATED)).as(ChargeFields.WORKLOAD),
                        DSL.sum(ChargeFields.SPLIT_COST).cast(BillColumns.COST).as(SHARE))
                .from(charge)
                .where(ChargeFields.IS_SPLIT.isTrue())
                .and(ChargeFields.PARENT.isNotNull())
                .groupBy(groupOfPods());
    }

    private static List<Field<?>> groupOfPods() {
        return List.of(
                ChargeFields.PARENT,
                ChargeFields.INTERVAL,
                ChargeFields.CLUSTER,
                ChargeFields.NAMESPACE,
                ChargeFields.WORKLOAD);
    }

    private Select<?> instances(CommonTableExpression<?> pod) {
        return sql.select(INSTANCE, HOUR, DSL.min(ChargeFields.CLUSTER).as("idle_cluster"))
                .from(pod)
                .groupBy(INSTANCE, HOUR);
    }

    private static Condition isOfInstance() {
        return ChargeFields.IS_SPLIT
                .isFalse()
                .and(coalesce(ChargeFields.USAGE_TYPE, inline("")).notLike(inline("%" + BYTES + "%")));
    }

    /** The lines of the instances, numbered, each with what its instance cost in that hour in all. */
    private Select<?> instanceLines(CommonTableExpression<?> charge, CommonTableExpression<?> instance) {
        List<Field<?>> fields = new ArrayList<>(dimensions());
        fields.add(ChargeFields.AMORTIZED);
        fields.addAll(PROPORTIONAL);
        return sql.select(fields)
                .select(
                        INSTANCE,
                        HOUR,
                        field(name("idle_cluster"), SQLDataType.VARCHAR),
                        DSL.sum(ChargeFields.AMORTIZED)
                                .over(DSL.partitionBy(INSTANCE, HOUR))
                                .cast(BillColumns.COST)
                                .as(INSTANCE_COST),
                        DSL.count().over(DSL.partitionBy(INSTANCE, HOUR)).as(LINES),
                        DSL.rowNumber()
                                .over(DSL.partitionBy(INSTANCE, HOUR)
                                        .orderBy(
                                                ChargeFields.CHARGE_TYPE,
                                                ChargeFields.USAGE_TYPE,
                                                ChargeFields.AMORTIZED,
                                                ChargeFields.UNBLENDED,
                                                ChargeFields.LINE))
                                .as(PLACE),
                        DSL.rowNumber().over().cast(SQLDataType.BIGINT).as(NUMBER))
                .from(charge)
                .join(instance)
                .on(ChargeFields.RESOURCE.eq(INSTANCE))
                .and(ChargeFields.INTERVAL.eq(HOUR))
                .where(isOfInstance());
    }

    /** Each line times each workload of its instance. The last line takes what rounding left of a workload's share. */
    private Select<?> parts(CommonTableExpression<?> line, CommonTableExpression<?> pod) {
        Field<BigDecimal> rounded = proportion(ChargeFields.AMORTIZED);
        Field<BigDecimal> before = coalesce(
                        DSL.sum(rounded)
                                .over(DSL.partitionBy(
                                                field(name("instance_line", "instance")),
                                                field(name("instance_line", "hour")),
                                                ChargeFields.CLUSTER,
                                                ChargeFields.NAMESPACE,
                                                ChargeFields.WORKLOAD)
                                        .orderBy(PLACE)
                                        .rowsBetweenUnboundedPreceding()
                                        .andPreceding(1)),
                        Amortization.ZERO)
                .cast(BillColumns.COST);
        List<Field<?>> fields = new ArrayList<>(dimensions());
        fields.addAll(List.of(NUMBER, ChargeFields.CLUSTER, ChargeFields.NAMESPACE, ChargeFields.WORKLOAD));
        fields.add(when(PLACE.eq(LINES).and(INSTANCE_COST.gt(Amortization.ZERO)), SHARE.minus(before))
                .otherwise(rounded)
                .cast(BillColumns.COST)
                .as(ChargeFields.AMORTIZED));
        PROPORTIONAL.forEach(each -> fields.add(proportion(each).as(each)));
        return sql.select(fields)
                .from(line)
                .join(pod)
                .on(field(name("instance_line", "instance")).eq(field(name("pod", "instance"))))
                .and(field(name("instance_line", "hour")).eq(field(name("pod", "hour"))));
    }

    /** {@code cost * share / instance's cost} rounded half up to 12 digits, in whole numbers of 10^-12. */
    private static Field<BigDecimal> proportion(Field<BigDecimal> cost) {
        return field(
                        """
                case when {2} > 0 then
                    cast(sign({0}) * divide(
                        2 * cast(abs({0}) * 1000000000000 as hugeint) * cast({1} * 1000000000000 as hugeint)
                            + cast({2} * 1000000000000 as hugeint),
                        2 * cast({2} * 1000000000000 as hugeint)) as decimal(26, 0))
                    * cast(0.000000000001 as decimal(12, 12))
                else 0 end
                """,
                        BillColumns.COST, cost, SHARE, INSTANCE_COST)
                .cast(BillColumns.COST);
    }

    /** What the pods leave of each line. */
    private Select<?> idle(CommonTableExpression<?> line, CommonTableExpression<?> part) {
        List<Field<?>> fields = new ArrayList<>(dimensions());
        fields.add(field(name("idle_cluster"), SQLDataType.VARCHAR).as(ChargeFields.CLUSTER));
        fields.add(inline(IDLE).as(ChargeFields.NAMESPACE));
        fields.add(inline(IDLE).as(ChargeFields.WORKLOAD));
        List<Field<BigDecimal>> costs = new ArrayList<>(PROPORTIONAL);
        costs.add(ChargeFields.AMORTIZED);
        List<Field<?>> taken = new ArrayList<>(List.of(NUMBER.as("taken_number")));
        for (Field<BigDecimal> each : costs) {
            String name = "taken_" + each.getName();
            taken.add(DSL.sum(each).as(name));
            fields.add(each.minus(coalesce(field(name(name), BillColumns.COST), Amortization.ZERO))
                    .cast(BillColumns.COST)
                    .as(each));
        }
        return sql.select(fields)
                .from(line)
                .leftJoin(sql.select(taken).from(part).groupBy(NUMBER).asTable("taken"))
                .on(NUMBER.eq(field(name("taken_number"), SQLDataType.BIGINT)));
    }

    private Select<?> others(CommonTableExpression<?> charge, CommonTableExpression<?> instance) {
        return sql.select(columns())
                .from(charge)
                .where(ChargeFields.IS_SPLIT.isFalse())
                .and(DSL.not(isOfInstance()
                        .and(DSL.exists(sql.selectOne()
                                .from(instance)
                                .where(INSTANCE.eq(ChargeFields.RESOURCE))
                                .and(HOUR.eq(ChargeFields.INTERVAL))))));
    }
}
