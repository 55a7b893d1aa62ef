package dev.comanda.cost.scan.sql;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.WindowSpecificationRowsStep;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Where a line stands in what its instance cost in the hour, amortised. Lines are put in order only where several of an hour cost
 * something; of most hours one does, and has the whole.
 */
final class RunningCost {

    /** True for one line of an instance in an hour. */
    static final Field<Boolean> IS_FIRST = field(name("is_first"), SQLDataType.BOOLEAN);

    /** What the order of lines needs of them. */
    static final List<Field<?>> ORDER = List.of(
            ChargeFields.CHARGE_TYPE,
            ChargeFields.USAGE_TYPE,
            ChargeFields.AMORTIZED,
            ChargeFields.UNBLENDED,
            ChargeFields.LINE);

    private static final Field<Integer> PAID = field(name("paid_lines"), SQLDataType.INTEGER);

    private RunningCost() {}

    /**
     * The lines with where they stand.
     *
     * @param found lines of instances, a table, with their places
     */
    static Table<?> of(Engine engine, String bill, Table<?> found) {
        Table<?> wholes = engine.store("hour_cost" + bill, wholes(engine, found));
        Condition isPaid = ChargeFields.AMORTIZED.ne(Amortization.ZERO);
        Field<BigInteger> none = PodShare.small(inline(BigInteger.ZERO));
        Select<Record> alone = standing(
                engine,
                found.join(wholes).using(InstanceHours.PLACE),
                PAID.eq(1),
                when(isPaid, PodShare.WHOLE).otherwise(none),
                none,
                field(isPaid));
        Field<BigDecimal> until = DSL.sum(ChargeFields.AMORTIZED)
                .over(inOrder().rowsUnboundedPreceding())
                .cast(BillColumns.COST);
        Select<Record> ordered = standing(
                engine,
                found.join(wholes).using(InstanceHours.PLACE),
                PAID.ne(1),
                PodShare.small(engine.dialect().quantaOf(until)),
                PodShare.small(engine.dialect()
                        .quantaOf(until.minus(ChargeFields.AMORTIZED).cast(BillColumns.COST))),
                field(DSL.rowNumber().over(inOrder()).eq(1)));
        return alone.unionAll(ordered).asTable("standing");
    }

    private static Select<Record> standing(
            Engine engine,
            Table<?> lines,
            Condition which,
            Field<BigInteger> until,
            Field<BigInteger> before,
            Field<Boolean> isFirst) {
        return engine.sql()
                .select(DSL.asterisk())
                .select(until.as(PodShare.UNTIL), before.as(PodShare.BEFORE), isFirst.as(IS_FIRST))
                .from(lines)
                .where(which);
    }

    private static Select<?> wholes(Engine engine, Table<?> found) {
        return engine.sql()
                .select(
                        InstanceHours.PLACE,
                        PodShare.small(engine.dialect()
                                        .quantaOf(
                                                DSL.sum(ChargeFields.AMORTIZED).cast(BillColumns.COST)))
                                .as(PodShare.WHOLE),
                        DSL.count()
                                .filterWhere(ChargeFields.AMORTIZED.ne(Amortization.ZERO))
                                .as(PAID))
                .from(found)
                .groupBy(InstanceHours.PLACE);
    }

    private static WindowSpecificationRowsStep inOrder() {
        return DSL.partitionBy(InstanceHours.PLACE).orderBy(ORDER);
    }
}
