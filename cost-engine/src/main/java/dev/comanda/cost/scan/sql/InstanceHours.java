package dev.comanda.cost.scan.sql;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The lines of the instances that had pods, for the hours in which they had some. What a group needs of a line has a number, so that the
 * many parts of lines are grouped by numbers.
 */
final class InstanceHours {

    static final Field<String> INSTANCE = field(name("instance"), SQLDataType.VARCHAR);
    static final Field<String> HOUR = field(name("hour"), SQLDataType.VARCHAR);

    /** Instance and hour as a number. */
    static final Field<Integer> PLACE = field(name("place"), SQLDataType.INTEGER);

    /** Where what no pod used is. */
    static final Field<String> IDLE_CLUSTER = field(name("idle_cluster"), SQLDataType.VARCHAR);

    /** Number of all that groups need of a line. */
    static final Field<Integer> KEY = field(name("line_key"), SQLDataType.INTEGER);

    /** How many lines have a key. */
    static final Field<Integer> LINES = field(name("lines_of_key"), SQLDataType.INTEGER);

    /** An instance also pays for the bytes it sends; those are no part of its hours. */
    private static final String BYTES = "Bytes";

    /** Not as any of its columns is called: DuckDB would take the name for the whole row. */
    private static final String LINE = "found";

    private static final String NUMBERED = "numbered";

    private final Engine engine;
    private final Carried carried;
    private final Table<?> lines;
    private final Table<?> keys;

    private InstanceHours(Engine engine, Carried carried, Table<?> lines, Table<?> keys) {
        this.engine = engine;
        this.carried = carried;
        this.lines = lines;
        this.keys = keys;
    }

    /** None where no instance had a pod. */
    static Optional<InstanceHours> find(Engine engine, String bill, Table<?> charge, Carried carried) {
        Table<?> hours = engine.store("instance_hour" + bill, hours(engine, charge));
        Record reach = engine.sql()
                .select(DSL.min(INSTANCE), DSL.max(INSTANCE))
                .from(hours)
                .fetchSingle();
        String first = reach.get(0, String.class);
        if (first == null) {
            return Optional.empty();
        }
        // Says no more than the join does, but where the files are read.
        Condition mayBe = ChargeFields.RESOURCE.between(inline(first), inline(reach.get(1, String.class)));
        Table<?> found = engine.store("found_line" + bill, found(engine, charge, hours, carried, mayBe));
        Table<?> keys = engine.store(
                "line_key" + bill,
                engine.sql()
                        .select(DSL.asterisk())
                        .select(DSL.rowNumber().over().cast(SQLDataType.INTEGER).as(KEY))
                        .from(engine.sql().selectDistinct(ofKey(carried)).from(found)));
        Table<?> standing = RunningCost.of(engine, bill, found);
        Table<?> lines = engine.store("instance_line" + bill, lines(engine, standing, keys, carried));
        return Optional.of(new InstanceHours(engine, carried, lines, keys));
    }

    /** What the line itself says, of all that may be a pod's. */
    static Field<String> own(Field<String> field) {
        return field(name("own:" + field.getName()), SQLDataType.VARCHAR);
    }

    private static Select<?> hours(Engine engine, Table<?> charge) {
        return engine.sql()
                .select(
                        ChargeFields.PARENT.as(INSTANCE),
                        ChargeFields.INTERVAL.as(HOUR),
                        DSL.min(ChargeFields.CLUSTER).as(IDLE_CLUSTER),
                        DSL.rowNumber().over().cast(SQLDataType.INTEGER).as(PLACE))
                .from(charge)
                .where(ChargeFields.IS_SPLIT.isTrue())
                .and(ChargeFields.PARENT.isNotNull())
                .groupBy(ChargeFields.PARENT, ChargeFields.INTERVAL);
    }

    private static List<Field<?>> ofKey(Carried carried) {
        List<Field<?>> fields = new ArrayList<>(carried.ofLine());
        carried.ofPod().forEach(each -> fields.add(own(each)));
        carried.ofEither().forEach(each -> fields.add(own(each)));
        fields.add(IDLE_CLUSTER);
        return fields;
    }

    /** The lines, each with its hour. */
    private static Select<?> found(Engine engine, Table<?> charge, Table<?> hours, Carried carried, Condition mayBe) {
        List<Field<?>> fields = new ArrayList<>(carried.ofLine());
        carried.ofPod().forEach(each -> fields.add(each.as(own(each))));
        carried.ofEither().forEach(each -> fields.add(each.as(own(each))));
        fields.addAll(carried.costs());
        fields.addAll(carried.usages());
        fields.addAll(List.of(INSTANCE, HOUR, IDLE_CLUSTER, PLACE));
        return engine.sql()
                .select(Carried.union(fields, RunningCost.ORDER))
                .from(charge)
                .join(hours)
                .on(ChargeFields.RESOURCE.eq(INSTANCE))
                .and(ChargeFields.INTERVAL.eq(HOUR))
                .where(ChargeFields.IS_SPLIT.isFalse())
                .and(coalesce(ChargeFields.USAGE_TYPE, inline("")).notLike(inline("%" + BYTES + "%")))
                .and(mayBe);
    }

    private static Select<?> lines(Engine engine, Table<?> standing, Table<?> keys, Carried carried) {
        List<Field<?>> fields = new ArrayList<>(List.of(KEY, INSTANCE, HOUR));
        fields.addAll(List.of(PodShare.WHOLE, PodShare.UNTIL, PodShare.BEFORE, RunningCost.IS_FIRST));
        carried.costs()
                .forEach(each -> fields.add(
                        PodShare.small(engine.dialect().quantaOf(each)).as(PodShare.named(each))));
        fields.addAll(carried.costs());
        fields.addAll(carried.usages());
        List<Field<?>> ratios = new ArrayList<>();
        dividends(carried)
                .forEach(each -> ratios.add(PodShare.ratio(each, PodShare.WHOLE).as(ratio(each))));
        Table<?> numbered = engine.sql()
                .select(fields)
                .from(standing.as(LINE))
                .join(keys.as(NUMBERED))
                .on(DSL.and(ofKey(carried).stream()
                        .map(each -> engine.dialect()
                                .same(field(name(LINE, each.getName())), field(name(NUMBERED, each.getName()))))
                        .toList()))
                .asTable("numbered_line");
        return engine.sql().select(DSL.asterisk()).select(ratios).from(numbered);
    }

    /** What is divided among pods: where a line stands in its hour, and each other cost. */
    static List<Field<BigInteger>> dividends(Carried carried) {
        List<Field<BigInteger>> dividends = new ArrayList<>(List.of(PodShare.UNTIL, PodShare.BEFORE));
        carried.costs().stream()
                .filter(each -> !each.equals(ChargeFields.AMORTIZED))
                .forEach(each -> dividends.add(PodShare.named(each)));
        return dividends;
    }

    /** The field of such a number's {@link PodShare#ratio}. */
    static Field<Double> ratio(Field<BigInteger> dividend) {
        return field(name("ratio:" + dividend.getName()), SQLDataType.DOUBLE);
    }

    Table<?> lines() {
        return lines;
    }

    /** What the lines of each key cost, and how many they are. */
    Table<?> byKey() {
        List<Field<?>> sums = new ArrayList<>();
        carried.costs().forEach(each -> sums.add(PodCost.sum(each)));
        carried.usages().forEach(each -> sums.add(PodCost.sum(each)));
        return engine.sql()
                .select(KEY, DSL.count().as(LINES))
                .select(sums)
                .from(lines)
                .groupBy(KEY)
                .asTable("by_key");
    }

    /** Rows that have a key, with what it is the number of. */
    Table<?> keyed(Table<?> rows) {
        return rows.as("keyed").join(keys).using(KEY);
    }
}
