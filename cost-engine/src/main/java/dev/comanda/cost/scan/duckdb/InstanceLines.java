package dev.comanda.cost.scan.duckdb;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import dev.comanda.cost.scan.sql.BillColumns;
import dev.comanda.cost.scan.sql.ChargeFields;
import dev.comanda.cost.scan.sql.PodCost;
import dev.comanda.cost.scan.sql.PodShare;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The lines of instances that had pods, one by one, and what their pods have of each of them. A pod's part of a line is the one that
 * {@link PodCost} adds up, so that reports and lines say the same.
 */
final class InstanceLines {

    /** An instance also pays for the bytes it sends; those are no part of its hours. */
    private static final String BYTES = "%Bytes%";

    static final Field<String> INSTANCE = field(name("instance"), SQLDataType.VARCHAR);
    static final Field<String> HOUR = field(name("hour"), SQLDataType.VARCHAR);
    static final Field<String> IDLE_CLUSTER = field(name("idle_cluster"), SQLDataType.VARCHAR);

    private static final Field<BigInteger> SHARE = PodShare.named(ChargeFields.SPLIT_COST);

    private static final String OF_INSTANCE = "of_instance";
    private static final String OF_POD = "of_pod";

    private final DSLContext sql;
    private final Table<?> hours;
    private final Table<?> lines;
    private final Table<?> rests;

    private InstanceLines(DSLContext sql, String bill) {
        this.sql = sql;
        this.hours = DSL.table(name("exported_hour" + bill));
        this.lines = DSL.table(name("exported_instance" + bill));
        this.rests = DSL.table(name("exported_rest" + bill));
    }

    /** The lines of rows; the rows of all files, or those that fulfil a condition. */
    interface Lines {
        Select<?> of(Table<?> rows);
    }

    /** Finds them in all files of a bill. */
    static InstanceLines find(DSLContext sql, OpenBill bill, Lines lines) {
        InstanceLines found = new InstanceLines(sql, bill.scan().name());
        found.store(found.hours, found.hours(bill.scan().charges()));
        Table<?> rows = sql.select(DSL.asterisk())
                .from(bill.files().placed())
                .where(bill.scan()
                        .columns()
                        .text("line_item_resource_id")
                        .in(sql.select(INSTANCE).from(found.hours)))
                .asTable("kept");
        found.store(found.lines, found.lines(lines.of(rows)));
        found.store(found.rests, found.rests(bill.scan().charges()));
        return found;
    }

    private void store(Table<?> table, Select<?> rows) {
        sql.createTemporaryTable(table).as(rows).execute();
    }

    private Select<?> hours(Select<?> charges) {
        return sql.select(
                        ChargeFields.PARENT.as(INSTANCE),
                        ChargeFields.INTERVAL.as(HOUR),
                        DSL.min(ChargeFields.CLUSTER).as(IDLE_CLUSTER))
                .from(charges.asTable("charge"))
                .where(ChargeFields.IS_SPLIT.isTrue())
                .and(ChargeFields.PARENT.isNotNull())
                .groupBy(ChargeFields.PARENT, ChargeFields.INTERVAL);
    }

    private Select<?> lines(Select<?> charges) {
        Field<BigDecimal> amortized = ChargeFields.AMORTIZED;
        var inOrder = DSL.partitionBy(INSTANCE, HOUR)
                .orderBy(
                        ChargeFields.CHARGE_TYPE,
                        ChargeFields.USAGE_TYPE,
                        ChargeFields.AMORTIZED,
                        ChargeFields.UNBLENDED,
                        ChargeFields.LINE,
                        LinePlace.FILE,
                        LinePlace.ROW);
        Field<BigDecimal> until =
                DSL.sum(amortized).over(inOrder.rowsUnboundedPreceding()).cast(BillColumns.COST);
        Field<BigDecimal> whole =
                DSL.sum(amortized).over(DSL.partitionBy(INSTANCE, HOUR)).cast(BillColumns.COST);
        List<Field<?>> numbers = new ArrayList<>();
        LineAmounts.COSTS.forEach(
                each -> numbers.add(DuckDbDialect.INSTANCE.quantaOf(each).as(PodShare.named(each))));
        return sql.select(DSL.asterisk())
                .select(numbers)
                .select(
                        DuckDbDialect.INSTANCE.quantaOf(whole).as(PodShare.WHOLE),
                        DuckDbDialect.INSTANCE.quantaOf(until).as(PodShare.UNTIL),
                        DuckDbDialect.INSTANCE
                                .quantaOf(until.minus(amortized).cast(BillColumns.COST))
                                .as(PodShare.BEFORE))
                .from(charges.asTable("charge"))
                .join(hours)
                .on(ChargeFields.RESOURCE.eq(INSTANCE))
                .and(ChargeFields.INTERVAL.eq(HOUR))
                .where(ChargeFields.IS_SPLIT.isFalse())
                .and(coalesce(ChargeFields.USAGE_TYPE, inline("")).notLike(inline(BYTES)));
    }

    /** What all pods together have of each line. */
    private Select<?> rests(Select<?> charges) {
        List<Field<?>> parts = new ArrayList<>();
        List<Field<?>> sums = new ArrayList<>();
        for (Field<BigDecimal> each : amounts()) {
            parts.add(part(each).as(each));
            sums.add(DSL.sum(each).cast(BillColumns.COST).as(each));
        }
        Table<?> single = sql.select(of(OF_INSTANCE, LinePlace.FILE), of(OF_INSTANCE, LinePlace.ROW))
                .select(parts)
                .from(joined(charges))
                .asTable("single");
        return sql.select(LinePlace.FILE, LinePlace.ROW)
                .select(sums)
                .from(single)
                .groupBy(LinePlace.FILE, LinePlace.ROW);
    }

    /** Each line times each pod of its instance in the hour; its fields by {@link #ofLine} and {@link #ofPod}. */
    Table<?> joined(Select<?> charges) {
        Table<?> pod = sql.select(DSL.asterisk())
                .select(DuckDbDialect.INSTANCE.quantaOf(ChargeFields.SPLIT_COST).as(SHARE))
                .from(charges.asTable("charge"))
                .where(ChargeFields.IS_SPLIT.isTrue())
                .asTable(OF_POD);
        return lines.as(OF_INSTANCE)
                .join(pod)
                .on(of(OF_INSTANCE, INSTANCE).eq(of(OF_POD, ChargeFields.PARENT)))
                .and(of(OF_INSTANCE, HOUR).eq(of(OF_POD, ChargeFields.INTERVAL)));
    }

    /** The lines of a piece with what all pods together have of them. */
    Table<?> withRests(LinePlace.Piece piece) {
        Table<?> ofPiece =
                sql.select(DSL.asterisk()).from(lines).where(isOf(piece)).asTable(OF_INSTANCE);
        return ofPiece.leftJoin(rests.as(OF_POD))
                .on(of(OF_INSTANCE, LinePlace.FILE).eq(of(OF_POD, LinePlace.FILE)))
                .and(of(OF_INSTANCE, LinePlace.ROW).eq(of(OF_POD, LinePlace.ROW)));
    }

    /** Whether a row of a piece is none of these lines. */
    Condition isNone(LinePlace.Piece piece) {
        return LinePlace.ROW.notIn(sql.select(LinePlace.ROW).from(lines).where(isOf(piece)));
    }

    private static Condition isOf(LinePlace.Piece piece) {
        return LinePlace.FILE
                .eq(inline(piece.file()))
                .and(LinePlace.ROW.ge(inline(piece.from())))
                .and(LinePlace.ROW.lt(inline(piece.until())));
    }

    static <T> Field<T> ofLine(Field<T> field) {
        return of(OF_INSTANCE, field);
    }

    static <T> Field<T> ofPod(Field<T> field) {
        return of(OF_POD, field);
    }

    private static <T> Field<T> of(String table, Field<T> field) {
        return field(name(table, field.getName()), field.getDataType());
    }

    static List<Field<BigDecimal>> amounts() {
        List<Field<BigDecimal>> amounts = new ArrayList<>(LineAmounts.COSTS);
        amounts.addAll(LineAmounts.QUANTITIES);
        return amounts;
    }

    /** What a pod has of an amount of a line. */
    static Field<BigDecimal> part(Field<BigDecimal> amount) {
        Field<BigInteger> share = ofPod(SHARE);
        Field<BigInteger> whole = ofLine(PodShare.WHOLE);
        if (LineAmounts.QUANTITIES.contains(amount)) {
            return field(
                    """
                    case when {2} > 0 then try_cast(round(cast({0} as double) * cast({1} as double) / cast({2} as double), 12)
                        as decimal(38, 12)) else 0 end
                    """,
                    BillColumns.COST, ofLine(amount), share, whole);
        }
        Field<BigInteger> number = amount.equals(ChargeFields.AMORTIZED)
                ? PodShare.proportion(DuckDbDialect.INSTANCE, ofLine(PodShare.UNTIL), share, whole)
                        .minus(PodShare.proportion(DuckDbDialect.INSTANCE, ofLine(PodShare.BEFORE), share, whole))
                : PodShare.proportion(DuckDbDialect.INSTANCE, ofLine(PodShare.named(amount)), share, whole);
        return field("cast({0} as decimal(26, 0)) * cast(0.000000000001 as decimal(12, 12))", BillColumns.COST, number)
                .cast(BillColumns.COST);
    }
}
