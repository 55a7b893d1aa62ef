package dev.comanda.cost.scan.duckdb;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import dev.comanda.cost.allocation.Owner;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectJoinStep;
import org.jooq.Table;
import org.jooq.WindowSpecificationRowsStep;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Groups of cost whose cluster, namespace and workload are known: each line of an instance is divided among the pods that ran on it in
 * that hour, by their share of its amortised cost; what no pod used, and what is lost in rounding, is idle.
 *
 * <p>What a pod has of a line follows from these two rows alone and is rounded there, so that no grouping changes it. Its parts of the
 * amortised lines of an hour are differences of rounded running sums, and add up to its split cost exactly.
 */
final class PodCost {

    /** True for what no pod used. */
    static final Field<Boolean> IS_IDLE = field(name("is_idle"), SQLDataType.BOOLEAN);

    /** An instance also pays for the bytes it sends; those are no part of its hours. */
    private static final String BYTES = "Bytes";

    private static final Field<String> INSTANCE = field(name("instance"), SQLDataType.VARCHAR);
    private static final Field<String> HOUR = field(name("hour"), SQLDataType.VARCHAR);
    private static final Field<String> IDLE_CLUSTER = field(name("idle_cluster"), SQLDataType.VARCHAR);

    /** True for one line of an instance in an hour. */
    private static final Field<Boolean> IS_FIRST = field(name("is_first"), SQLDataType.BOOLEAN);

    private static final String POD = "pod";

    /** Not "line": DuckDB would take that column of a pod for the whole row of this table, and compare each with each. */
    private static final String OF_INSTANCE = "of_instance";

    private final DSLContext sql;
    private final String bill;
    private final Table<?> charge;
    private final Carried carried;

    /**
     * @param bill tells the tables of this bill from those of others
     * @param charge its lines, with all that is carried
     */
    PodCost(DSLContext sql, String bill, Select<?> charge, Carried carried) {
        this.sql = sql;
        this.bill = bill;
        this.charge = charge.asTable("charge");
        this.carried = carried;
    }

    /** The field of a group that is the pod's, or the line's where the pod has none. */
    static Field<String> either(Field<String> field) {
        return field(name("either:" + field.getName()), SQLDataType.VARCHAR);
    }

    private static Field<String> ofParent(Field<String> field) {
        return field(name("parent:" + field.getName()), SQLDataType.VARCHAR);
    }

    /** The lines that are a cost of their own, grouped, none of them divided. */
    Select<Record> undivided() {
        return grouped(withoutPods().where(ChargeFields.IS_SPLIT.isFalse()));
    }

    /** The lines that are a cost of their own, grouped, those of instances divided among their pods. */
    Select<Record> divided() {
        Table<?> hours = stored("instance_hour", instanceHours());
        Table<?> lines = stored("instance_line", instanceLines(hours));
        Table<?> parts = stored("part", parts(lines));
        return grouped(ofPods(parts)
                .unionAll(ofNobody(lines, UnaryOperator.identity(), UnaryOperator.identity()))
                .unionAll(ofNobody(parts, PodCost::ofParent, Field::neg))
                .unionAll(withoutPods().where(isOutside(hours))));
    }

    private Table<?> stored(String name, Select<?> rows) {
        Table<?> table = DSL.table(DSL.name(name + bill));
        sql.createTemporaryTable(table).as(rows).execute();
        return table;
    }

    /** The cluster of each instance in an hour. */
    private Select<?> instanceHours() {
        return sql.select(
                        ChargeFields.PARENT.as(INSTANCE),
                        ChargeFields.INTERVAL.as(HOUR),
                        DSL.min(ChargeFields.CLUSTER).as(IDLE_CLUSTER))
                .from(charge)
                .where(ChargeFields.IS_SPLIT.isTrue())
                .and(ChargeFields.PARENT.isNotNull())
                .groupBy(ChargeFields.PARENT, ChargeFields.INTERVAL);
    }

    private static Condition isOfInstance() {
        return ChargeFields.IS_SPLIT
                .isFalse()
                .and(coalesce(ChargeFields.USAGE_TYPE, inline("")).notLike(inline("%" + BYTES + "%")));
    }

    /** The lines of instances that had pods, each with where it stands in what its instance cost in the hour. */
    private Select<?> instanceLines(Table<?> hours) {
        List<Field<?>> fields = new ArrayList<>(carried.ofLine());
        fields.addAll(carried.ofEither());
        fields.addAll(carried.costs());
        fields.addAll(List.of(INSTANCE, HOUR, IDLE_CLUSTER));
        carried.costs().forEach(each -> fields.add(PodShare.number(each).as(PodShare.named(each))));
        Field<BigDecimal> amortized = ChargeFields.AMORTIZED;
        Field<BigDecimal> until =
                DSL.sum(amortized).over(inOrder().rowsUnboundedPreceding()).cast(BillColumns.COST);
        Field<BigDecimal> whole =
                DSL.sum(amortized).over(DSL.partitionBy(INSTANCE, HOUR)).cast(BillColumns.COST);
        return sql.select(fields)
                .select(
                        PodShare.number(whole).as(PodShare.WHOLE),
                        PodShare.number(until).as(PodShare.UNTIL),
                        PodShare.number(until.minus(amortized).cast(BillColumns.COST))
                                .as(PodShare.BEFORE),
                        DSL.field(DSL.rowNumber().over(inOrder()).eq(1)).as(IS_FIRST))
                .from(charge)
                .join(hours)
                .on(ChargeFields.RESOURCE.eq(INSTANCE))
                .and(ChargeFields.INTERVAL.eq(HOUR))
                .where(isOfInstance());
    }

    private static WindowSpecificationRowsStep inOrder() {
        return DSL.partitionBy(INSTANCE, HOUR)
                .orderBy(
                        ChargeFields.CHARGE_TYPE,
                        ChargeFields.USAGE_TYPE,
                        ChargeFields.AMORTIZED,
                        ChargeFields.UNBLENDED,
                        ChargeFields.LINE);
    }

    /** Each line times each pod of its instance in the hour, grouped. */
    private Select<?> parts(Table<?> lines) {
        Table<?> line = lines.as(OF_INSTANCE);
        Table<?> pod = sql.select(DSL.asterisk())
                .select(PodShare.number(ChargeFields.SPLIT_COST).as(PodShare.named(ChargeFields.SPLIT_COST)))
                .from(charge)
                .where(ChargeFields.IS_SPLIT.isTrue())
                .asTable(POD);
        List<Field<?>> keys = new ArrayList<>();
        List<Field<?>> fields = new ArrayList<>();
        carried.ofLine().forEach(each -> carry(of(OF_INSTANCE, each), each, keys, fields));
        carried.ofPod().forEach(each -> carry(of(POD, each), each, keys, fields));
        carry(of(OF_INSTANCE, IDLE_CLUSTER), IDLE_CLUSTER, keys, fields);
        for (Field<String> each : carried.ofEither()) {
            carry(coalesce(of(POD, each), of(OF_INSTANCE, each)), either(each), keys, fields);
            carry(of(OF_INSTANCE, each), ofParent(each), keys, fields);
        }
        List<Field<?>> sums = new ArrayList<>();
        for (Field<BigDecimal> each : carried.costs()) {
            fields.add(part(each).as(PodShare.named(each)));
            sums.add(PodShare.cost(PodShare.named(each)).as(each));
        }
        for (Field<BigDecimal> each : carried.usages()) {
            // Counted once, whatever number of lines the instance has.
            fields.add(DSL.when(DSL.condition(of(OF_INSTANCE, IS_FIRST)), of(POD, each))
                    .as(each));
            sums.add(sum(each));
        }
        Table<?> single = sql.select(fields)
                .from(line)
                .join(pod)
                .on(of(OF_INSTANCE, INSTANCE).eq(of(POD, ChargeFields.PARENT)))
                .and(of(OF_INSTANCE, HOUR).eq(of(POD, ChargeFields.INTERVAL)))
                .asTable("single");
        return sql.select(keys).select(sums).from(single).groupBy(keys);
    }

    private static void carry(Field<?> value, Field<?> name, List<Field<?>> keys, List<Field<?>> fields) {
        if (!keys.contains(name)) {
            keys.add(name);
            fields.add(value.as(name));
        }
    }

    private static <T> Field<T> of(String table, Field<T> field) {
        return field(name(table, field.getName()), field.getDataType());
    }

    private static Field<BigDecimal> sum(Field<BigDecimal> field) {
        return DSL.sum(field).cast(BillColumns.COST).as(field);
    }

    /** What a pod has of a line. */
    private static Field<BigInteger> part(Field<BigDecimal> cost) {
        Field<BigInteger> share = of(POD, PodShare.named(ChargeFields.SPLIT_COST));
        Field<BigInteger> whole = of(OF_INSTANCE, PodShare.WHOLE);
        return cost.equals(ChargeFields.AMORTIZED)
                ? PodShare.proportion(of(OF_INSTANCE, PodShare.UNTIL), share, whole)
                        .minus(PodShare.proportion(of(OF_INSTANCE, PodShare.BEFORE), share, whole))
                : PodShare.proportion(of(OF_INSTANCE, PodShare.named(cost)), share, whole);
    }

    private Select<Record> ofPods(Table<?> parts) {
        List<Field<?>> fields = new ArrayList<>(carried.ofLine());
        fields.addAll(carried.ofPod());
        carried.ofEither().forEach(each -> fields.add(either(each)));
        fields.add(inline(false).as(IS_IDLE));
        fields.addAll(carried.costs());
        fields.addAll(carried.usages());
        return sql.select(fields).from(parts);
    }

    /** @param sign of the lines as they are, of the parts taken away from them */
    private Select<Record> ofNobody(
            Table<?> from, UnaryOperator<Field<String>> either, UnaryOperator<Field<BigDecimal>> sign) {
        List<Field<?>> fields = new ArrayList<>(carried.ofLine());
        carried.ofPod()
                .forEach(each ->
                        fields.add((each.equals(ChargeFields.CLUSTER) ? IDLE_CLUSTER : inline(Owner.IDLE)).as(each)));
        carried.ofEither().forEach(each -> fields.add(either.apply(each).as(either(each))));
        fields.add(inline(true).as(IS_IDLE));
        carried.costs()
                .forEach(each ->
                        fields.add(sign.apply(each).cast(BillColumns.COST).as(each)));
        carried.usages()
                .forEach(each -> fields.add(DSL.castNull(BillColumns.COST).as(each)));
        return sql.select(fields).from(from);
    }

    private SelectJoinStep<Record> withoutPods() {
        List<Field<?>> fields = new ArrayList<>(carried.ofLine());
        fields.addAll(carried.ofPod());
        carried.ofEither().forEach(each -> fields.add(each.as(either(each))));
        fields.add(inline(false).as(IS_IDLE));
        fields.addAll(carried.costs());
        fields.addAll(carried.usages());
        return sql.select(fields).from(charge);
    }

    private Condition isOutside(Table<?> hours) {
        return ChargeFields.IS_SPLIT
                .isFalse()
                .and(DSL.not(isOfInstance()
                        .and(DSL.exists(sql.selectOne()
                                .from(hours)
                                .where(INSTANCE.eq(ChargeFields.RESOURCE))
                                .and(HOUR.eq(ChargeFields.INTERVAL))))));
    }

    private Select<Record> grouped(Select<Record> rows) {
        List<Field<?>> keys = new ArrayList<>(carried.ofLine());
        keys.addAll(carried.ofPod());
        carried.ofEither().forEach(each -> keys.add(either(each)));
        keys.add(IS_IDLE);
        List<Field<?>> sums = new ArrayList<>();
        carried.costs().forEach(each -> sums.add(sum(each)));
        carried.usages().forEach(each -> sums.add(sum(each)));
        return sql.select(keys).select(sums).from(rows.asTable("pod_cost")).groupBy(keys);
    }
}
