package dev.comanda.cost.scan.sql;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;

import dev.comanda.cost.bill.UnreadableBillException;
import dev.comanda.cost.charge.Totals;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/** One delivery, open to be read. */
public final class BillScan {

    private static final List<Field<?>> SAID_BY_EACH_LINE =
            List.of(ChargeFields.CURRENCY, ChargeFields.PERIOD_START, ChargeFields.DATE);
    private static final List<Field<BigDecimal>> COSTS = List.of(
            ChargeFields.UNBLENDED,
            ChargeFields.AMORTIZED,
            ChargeFields.NET_AMORTIZED,
            ChargeFields.LIST,
            ChargeFields.TRUE_UP,
            ChargeFields.UPFRONT);

    private final Engine engine;
    private final BillSource source;
    private final BillColumns columns;
    private final BillFormat format;

    private BillScan(Engine engine, BillSource source, BillColumns columns, BillFormat format) {
        this.engine = engine;
        this.source = source;
        this.columns = columns;
        this.format = format;
    }

    /** @throws UnreadableBillException where the rows are none of a bill, or lack what a bill must have */
    public static BillScan open(Engine engine, BillSource source) {
        BillColumns columns = new BillColumns(engine.dialect(), source.types());
        BillFormat format = columns.has("BilledCost") ? new FocusFormat() : new CurFormat();
        List<String> missing =
                format.required().stream().filter(each -> !columns.has(each)).toList();
        if (!missing.isEmpty()) {
            throw source.unreadable("is no bill that can be read: the column " + String.join(", ", missing)
                    + " is missing; add it to the export");
        }
        ColumnTypes.check(source, columns, format);
        return new BillScan(engine, source, columns, format);
    }

    /** Tells the tables of this bill from those of others in one DuckDB. */
    public String name() {
        return "_" + source.period().toString().replace('-', '_');
    }

    /** The charge lines. */
    public Select<Record> charges() {
        return charges(Set.of(), Set.of());
    }

    /** The charge lines, with the tags and cost categories that are asked for. */
    public Select<Record> charges(Set<String> tags, Set<String> categories) {
        return charges(source.rows(), tags, categories, List.of());
    }

    /**
     * The charge lines of some of the rows.
     *
     * @param rows those of the source, as it has them
     * @param further what is wanted of them beside
     */
    public Select<Record> charges(Table<?> rows, Set<String> tags, Set<String> categories, List<Field<?>> further) {
        List<Field<?>> fields = new ArrayList<>(format.fields(columns));
        fields.add(inline(source.period().toString()).as(ChargeFields.MONTH));
        tags.forEach(each -> fields.add(format.tag(columns, each).as(ChargeFields.tag(each))));
        categories.forEach(each -> fields.add(format.category(columns, each).as(ChargeFields.category(each))));
        fields.addAll(further);
        return engine.sql().select(fields).from(rows);
    }

    public BillColumns columns() {
        return columns;
    }

    public boolean isFocus() {
        return format instanceof FocusFormat;
    }

    /** Whether it may say which pods an instance's cost is of. */
    public boolean mayHavePods() {
        return columns.has("split_line_item_parent_resource_id");
    }

    /** @throws UnreadableBillException where a row cannot be read, or rows contradict the period or each other */
    public Totals totals() {
        try {
            return checkedTotals();
        } catch (DataAccessException e) {
            throw source.unreadable(e);
        }
    }

    private Totals checkedTotals() {
        YearMonth period = source.period();
        Record row = engine.sql()
                .select(
                        DSL.count(),
                        total(ChargeFields.UNBLENDED),
                        total(ChargeFields.AMORTIZED),
                        total(ChargeFields.NET_AMORTIZED),
                        total(ChargeFields.LIST),
                        total(ChargeFields.TRUE_UP),
                        total(ChargeFields.UPFRONT),
                        coalesce(DSL.min(ChargeFields.CURRENCY), inline("")),
                        coalesce(DSL.max(ChargeFields.CURRENCY), inline("")),
                        DSL.count(ChargeFields.PERIOD_START),
                        DSL.count()
                                .filterWhere(ChargeFields.PERIOD_START
                                        .ge(period.atDay(1).atStartOfDay())
                                        .and(ChargeFields.PERIOD_START.lt(
                                                period.plusMonths(1).atDay(1).atStartOfDay()))),
                        DSL.min(ChargeFields.PERIOD_START),
                        // Not looked at: a date that is none is to be found here.
                        DSL.min(ChargeFields.DATE))
                .from(counted().asTable("counted"))
                .fetchSingle();
        checkAgreement(row);
        checkAmortization();
        return new Totals(
                row.get(0, Long.class),
                row.get(1, BigDecimal.class),
                row.get(2, BigDecimal.class),
                row.get(3, BigDecimal.class),
                row.get(4, BigDecimal.class),
                row.get(5, BigDecimal.class),
                row.get(6, BigDecimal.class),
                row.get(7, String.class));
    }

    /** A commitment that is used or unused costs what columns of its own say; without them nothing can be said. */
    private void checkAmortization() {
        Map<String, List<String>> missing = new TreeMap<>();
        format.neededBy().forEach((type, needed) -> {
            List<String> absent =
                    needed.stream().filter(each -> !columns.has(each)).toList();
            if (!absent.isEmpty()) {
                missing.put(type, absent);
            }
        });
        if (missing.isEmpty()) {
            return;
        }
        engine.sql()
                .selectDistinct(ChargeFields.CHARGE_TYPE)
                .from(charges().asTable("charge"))
                .where(ChargeFields.CHARGE_TYPE.in(missing.keySet()))
                .orderBy(ChargeFields.CHARGE_TYPE)
                .fetch(ChargeFields.CHARGE_TYPE)
                .forEach(type -> {
                    throw source.unreadable("has rows of type " + type + ", whose amortised cost is in the column "
                            + String.join(", ", missing.getOrDefault(type, List.of()))
                            + "; it is missing, add it to the export");
                });
    }

    private void checkAgreement(Record row) {
        String currency = row.get(7, String.class);
        if (!currency.equals(row.get(8, String.class))) {
            throw new UnreadableBillException(
                    source.period(),
                    "the delivery",
                    "bills in " + currency + " and in " + row.get(8, String.class) + "; a bill has one currency");
        }
        // Some rows may bill what another month left over; where none is of the period, the files are another month's.
        if (row.get(9, Integer.class) > 0 && row.get(10, Integer.class) == 0) {
            throw new UnreadableBillException(
                    source.period(),
                    "the delivery",
                    "has no row of it, its rows are of " + YearMonth.from(row.get(11, LocalDateTime.class))
                            + "; give the period that they bill");
        }
    }

    /** All lines; of those that only divide an instance's cost, none of the costs is looked at. */
    private Select<Record> counted() {
        List<Field<?>> own = new ArrayList<>(SAID_BY_EACH_LINE);
        List<Field<?>> split = new ArrayList<>(SAID_BY_EACH_LINE);
        for (Field<BigDecimal> each : COSTS) {
            own.add(each);
            split.add(DSL.castNull(BillColumns.COST).as(each));
        }
        return engine.sql()
                .select(own)
                .from(charges().asTable("own"))
                .where(ChargeFields.IS_SPLIT.isFalse())
                .unionAll(engine.sql()
                        .select(split)
                        .from(charges().asTable("split"))
                        .where(ChargeFields.IS_SPLIT.isTrue()));
    }

    /** The sum over the lines that are a cost of their own; 0 with 12 digits where there are none. */
    private static Field<BigDecimal> total(Field<BigDecimal> cost) {
        return coalesce(sum(cost).cast(BillColumns.COST), Amortization.ZERO);
    }
}
