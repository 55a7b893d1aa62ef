package dev.comanda.cost.scan.sql;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** What pods have of the lines of their instances: each line times each pod of its instance in the hour, grouped. */
final class PodParts {

    private static final String POD = "pod";

    /** Not "line": DuckDB would take that column of a pod for the whole row of this table, and compare each with each. */
    private static final String OF_INSTANCE = "of_instance";

    private static final Field<Double> FACTOR = field(name("factor"), SQLDataType.DOUBLE);

    private final Engine engine;
    private final String bill;
    private final Table<?> charge;
    private final Carried carried;

    PodParts(Engine engine, String bill, Table<?> charge, Carried carried) {
        this.engine = engine;
        this.bill = bill;
        this.charge = charge;
        this.carried = carried;
    }

    /** What the pod says. */
    static Field<String> ofPod(Field<String> field) {
        return field(name("pod:" + field.getName()), SQLDataType.VARCHAR);
    }

    /** By the key of the line and by what the pod says. */
    Table<?> of(InstanceHours hours) {
        return engine.store("part" + bill, parts(hours.lines()));
    }

    private Select<?> parts(Table<?> lines) {
        List<Field<?>> keys = new ArrayList<>(List.of(InstanceHours.KEY));
        said().forEach(each -> keys.add(ofPod(each)));
        List<Field<?>> fields = new ArrayList<>(keys);
        List<Field<?>> sums = new ArrayList<>();
        for (Field<BigDecimal> each : carried.costs()) {
            fields.add(part(each).as(PodShare.named(each)));
            sums.add(PodShare.cost(engine.dialect(), PodShare.named(each)).as(each));
        }
        for (Field<BigDecimal> each : carried.usages()) {
            fields.add(each);
            sums.add(PodCost.sum(each));
        }
        Table<?> single =
                engine.sql().select(fields).from(pairs(lines).asTable("pair")).asTable("single");
        return engine.sql().select(keys).select(sums).from(single).groupBy(keys);
    }

    private Select<?> pairs(Table<?> lines) {
        Table<?> pod = engine.sql()
                .select(DSL.asterisk())
                .select(PodShare.factor(ChargeFields.SPLIT_QUANTA).as(FACTOR))
                .from(charge)
                .where(ChargeFields.IS_SPLIT.isTrue())
                .asTable(POD);
        List<Field<?>> fields = new ArrayList<>(List.of(
                of(OF_INSTANCE, InstanceHours.KEY), of(OF_INSTANCE, PodShare.WHOLE), ChargeFields.SPLIT_QUANTA));
        said().forEach(each -> fields.add(of(POD, each).as(ofPod(each))));
        for (Field<BigInteger> each : InstanceHours.dividends(carried)) {
            fields.add(of(OF_INSTANCE, each));
            fields.add(of(OF_INSTANCE, InstanceHours.ratio(each)).times(FACTOR).as(near(each)));
        }
        // Counted once, whatever number of lines the instance has.
        carried.usages()
                .forEach(
                        each -> fields.add(DSL.when(DSL.condition(of(OF_INSTANCE, RunningCost.IS_FIRST)), of(POD, each))
                                .as(each)));
        return engine.sql()
                .select(fields)
                .from(lines.as(OF_INSTANCE))
                .join(pod)
                .on(of(OF_INSTANCE, InstanceHours.INSTANCE).eq(of(POD, ChargeFields.PARENT)))
                .and(of(OF_INSTANCE, InstanceHours.HOUR).eq(of(POD, ChargeFields.INTERVAL)));
    }

    private List<Field<String>> said() {
        List<Field<String>> said = new ArrayList<>(carried.ofPod());
        said.addAll(carried.ofEither());
        return said;
    }

    private static <T> Field<T> of(String table, Field<T> field) {
        return field(name(table, field.getName()), field.getDataType());
    }

    private static Field<Double> near(Field<BigInteger> dividend) {
        return field(name("near:" + dividend.getName()), SQLDataType.DOUBLE);
    }

    /** What a pod has of a line. */
    private Field<BigInteger> part(Field<BigDecimal> cost) {
        return cost.equals(ChargeFields.AMORTIZED)
                ? proportion(PodShare.UNTIL).minus(proportion(PodShare.BEFORE))
                : proportion(PodShare.named(cost));
    }

    private Field<BigInteger> proportion(Field<BigInteger> dividend) {
        return PodShare.proportion(
                engine.dialect(), near(dividend), dividend, ChargeFields.SPLIT_QUANTA, PodShare.WHOLE);
    }
}
