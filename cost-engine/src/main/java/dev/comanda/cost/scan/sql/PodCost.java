package dev.comanda.cost.scan.sql;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import dev.comanda.cost.allocation.Owner;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Groups of cost whose cluster, namespace and workload are known: each line of an instance is divided among the pods that ran on it in
 * that hour, by their share of its amortised cost; what no pod used, and what is lost in rounding, is idle.
 *
 * <p>What a pod has of a line follows from these two rows alone and is rounded there, so that no grouping changes it. Its parts of the
 * amortised lines of an hour are differences of rounded running sums, and add up to its split cost exactly.
 */
public final class PodCost {

    /** True for what no pod used. */
    public static final Field<Boolean> IS_IDLE = field(name("is_idle"), SQLDataType.BOOLEAN);

    private static final Field<Integer> LINES = field(name("lines"), SQLDataType.INTEGER);

    private final Engine engine;
    private final String bill;
    private final Table<?> charge;
    private final Carried carried;

    /**
     * @param bill tells the tables of this bill from those of others
     * @param charge its lines, with all that is carried
     */
    public PodCost(Engine engine, String bill, Select<?> charge, Carried carried) {
        this.engine = engine;
        this.bill = bill;
        this.charge = charge.asTable("charge");
        this.carried = carried;
    }

    /** The field of a group that is the pod's, or the line's where the pod has none. */
    public static Field<String> either(Field<String> field) {
        return field(name("either:" + field.getName()), SQLDataType.VARCHAR);
    }

    /** The lines that are a cost of their own, grouped, none of them divided. */
    public Select<Record> undivided() {
        return grouped(wholeLines());
    }

    /** The lines that are a cost of their own, grouped, those of instances divided among their pods. */
    public Select<Record> divided() {
        Optional<InstanceHours> found = InstanceHours.find(engine, bill, charge, carried);
        if (found.isEmpty()) {
            return undivided();
        }
        InstanceHours hours = found.get();
        Table<?> parts = new PodParts(engine, bill, charge, carried).of(hours);
        return ofPods(hours.keyed(parts))
                .unionAll(ofNobody(hours.keyed(hours.byKey()), field -> field))
                .unionAll(ofNobody(hours.keyed(parts), DSL::neg))
                .unionAll(outside(hours));
    }

    private Select<Record> ofPods(Table<?> parts) {
        List<Field<?>> fields = new ArrayList<>(carried.ofLine());
        carried.ofPod().forEach(each -> fields.add(PodParts.ofPod(each).as(each)));
        carried.ofEither()
                .forEach(each -> fields.add(DSL.coalesce(PodParts.ofPod(each), InstanceHours.own(each))
                        .as(either(each))));
        fields.add(inline(false).as(IS_IDLE));
        fields.addAll(carried.costs());
        fields.addAll(carried.usages());
        return engine.sql().select(fields).from(parts);
    }

    /** @param sign of the lines as they are, of the parts taken away from them */
    private Select<Record> ofNobody(Table<?> from, Function<Field<BigDecimal>, Field<BigDecimal>> sign) {
        List<Field<?>> fields = new ArrayList<>(carried.ofLine());
        carried.ofPod()
                .forEach(each ->
                        fields.add((each.equals(ChargeFields.CLUSTER) ? InstanceHours.IDLE_CLUSTER : inline(Owner.IDLE))
                                .as(each)));
        carried.ofEither().forEach(each -> fields.add(InstanceHours.own(each).as(either(each))));
        fields.add(inline(true).as(IS_IDLE));
        carried.costs()
                .forEach(each ->
                        fields.add(sign.apply(each).cast(BillColumns.COST).as(each)));
        carried.usages()
                .forEach(each -> fields.add(DSL.castNull(BillColumns.COST).as(each)));
        return engine.sql().select(fields).from(from);
    }

    /**
     * All lines less those of instances that had pods: to take few away from a sum is cheaper than to look each of many up. A group of
     * which no line is left is none.
     */
    private Select<Record> outside(InstanceHours hours) {
        List<Field<?>> fields = new ArrayList<>(carried.ofLine());
        carried.ofPod().forEach(each -> fields.add(InstanceHours.own(each).as(each)));
        carried.ofEither().forEach(each -> fields.add(InstanceHours.own(each).as(either(each))));
        fields.add(inline(false).as(IS_IDLE));
        carried.costs()
                .forEach(each -> fields.add(each.neg().cast(BillColumns.COST).as(each)));
        carried.usages()
                .forEach(each -> fields.add(each.neg().cast(BillColumns.COST).as(each)));
        fields.add(InstanceHours.LINES.neg().cast(SQLDataType.INTEGER).as(LINES));
        Select<Record> taken = engine.sql().select(fields).from(hours.keyed(hours.byKey()));
        Table<?> left = grouped(wholeLines().unionAll(taken)).asTable("outside");
        List<Field<?>> kept = keys();
        kept.addAll(carried.costs());
        kept.addAll(carried.usages());
        return engine.sql().select(kept).from(left).where(LINES.gt(inline(0)));
    }

    private Select<Record> wholeLines() {
        List<Field<?>> fields = new ArrayList<>(carried.ofLine());
        fields.addAll(carried.ofPod());
        carried.ofEither().forEach(each -> fields.add(each.as(either(each))));
        fields.add(inline(false).as(IS_IDLE));
        fields.addAll(carried.costs());
        fields.addAll(carried.usages());
        fields.add(inline(1).as(LINES));
        return engine.sql().select(fields).from(charge).where(ChargeFields.IS_SPLIT.isFalse());
    }

    private List<Field<?>> keys() {
        List<Field<?>> keys = new ArrayList<>(carried.ofLine());
        keys.addAll(carried.ofPod());
        carried.ofEither().forEach(each -> keys.add(either(each)));
        keys.add(IS_IDLE);
        return keys;
    }

    private Select<Record> grouped(Select<Record> rows) {
        List<Field<?>> sums = new ArrayList<>();
        carried.costs().forEach(each -> sums.add(sum(each)));
        carried.usages().forEach(each -> sums.add(sum(each)));
        sums.add(DSL.sum(LINES).as(LINES));
        return engine.sql()
                .select(keys())
                .select(sums)
                .from(rows.asTable("pod_cost"))
                .groupBy(keys());
    }

    static Field<BigDecimal> sum(Field<BigDecimal> field) {
        return DSL.sum(field).cast(BillColumns.COST).as(field);
    }
}
