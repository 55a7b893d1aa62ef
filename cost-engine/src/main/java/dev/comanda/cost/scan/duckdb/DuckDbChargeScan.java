package dev.comanda.cost.scan.duckdb;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;

import dev.comanda.cost.allocation.AllocationRules;
import dev.comanda.cost.allocation.Owner;
import dev.comanda.cost.charge.CostQuestion;
import dev.comanda.cost.charge.CostQuestion.Days;
import dev.comanda.cost.charge.CostRow;
import dev.comanda.cost.charge.ReportKey;
import dev.comanda.cost.charge.ReportKey.Column;
import dev.comanda.cost.charge.RoundedRows;
import dev.comanda.cost.charge.Totals;
import dev.comanda.cost.fact.AllocatedBill;
import dev.comanda.cost.scan.ChargeScan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** DuckDB in this process: each question opens its own, so that none holds another's memory. */
public final class DuckDbChargeScan implements ChargeScan {

    private final ScanLimits limits;

    public DuckDbChargeScan(ScanLimits limits) {
        this.limits = limits;
    }

    @Override
    public Totals totals(PeriodFiles bill) {
        try (DuckDb duck = DuckDb.open(limits)) {
            return BillScan.open(duck.sql(), bill).totals();
        }
    }

    @Override
    public void report(List<PeriodFiles> bills, CostQuestion question, AllocationRules rules, Consumer<CostRow> rows) {
        try (DuckDb duck = DuckDb.open(limits)) {
            DSLContext sql = duck.sql();
            Select<Record> all = bills.stream()
                    .map(bill -> groups(sql, BillScan.open(sql, bill), question, rules))
                    .reduce(Select::unionAll)
                    .orElseThrow(() -> new IllegalArgumentException("a report is of one period at least"));
            answer(
                    sql,
                    grouped(sql, all.asTable("cost"), question),
                    question.keys().size(),
                    rows);
        }
    }

    private static Select<Record> groups(DSLContext sql, BillScan scan, CostQuestion question, AllocationRules rules) {
        return question.allKeys().stream().anyMatch(ReportKey::needsOwners)
                ? new BorneCost(sql, scan, question, rules).groups()
                : new PlainCost(sql, scan, question).groups();
    }

    @Override
    public <T> T allocate(PeriodFiles bill, AllocationRules rules, Function<AllocatedBill, T> use) {
        try (DuckDb duck = DuckDb.open(limits)) {
            return use.apply(DuckDbAllocatedBill.of(duck.sql(), BillScan.open(duck.sql(), bill), rules));
        }
    }

    @Override
    public void restatement(PeriodFiles before, PeriodFiles after, Consumer<CostRow> rows) {
        try (DuckDb duck = DuckDb.open(limits)) {
            DSLContext sql = duck.sql();
            Table<?> both = changes(sql, before, true)
                    .unionAll(changes(sql, after, false))
                    .asTable("both");
            Field<BigDecimal> change = DSL.sum(ChargeFields.AMORTIZED).cast(BillColumns.COST);
            Select<Record> changed = sql.select(keyFields(RESTATED_BY))
                    .select(change, ChargeFields.CURRENCY)
                    .from(both)
                    .groupBy(groupFields(RESTATED_BY))
                    .having(change.ne(Amortization.ZERO))
                    .orderBy(groupFields(RESTATED_BY));
            answer(sql, changed, RESTATED_BY.size(), rows);
        }
    }

    private static Select<Record> changes(DSLContext sql, PeriodFiles bill, boolean taken) {
        Table<?> charge = BillScan.open(sql, bill).charges().asTable("charge");
        Field<BigDecimal> cost = taken ? ChargeFields.AMORTIZED.neg() : ChargeFields.AMORTIZED;
        List<Field<?>> fields = new ArrayList<>(List.of(
                ChargeFields.ACCOUNT,
                ChargeFields.SERVICE,
                ChargeFields.DATE,
                ChargeFields.CURRENCY,
                cost.cast(BillColumns.COST).as(ChargeFields.AMORTIZED)));
        return sql.select(fields).from(charge).where(ChargeFields.IS_SPLIT.isFalse());
    }

    private static Select<Record> grouped(DSLContext sql, Table<?> cost, CostQuestion question) {
        return sql.select(keyFields(question.keys()))
                .select(DSL.sum(Quanta.COST).cast(Quanta.TYPE), ChargeFields.CURRENCY)
                .from(cost)
                .where(question.filters().stream()
                        .map(each -> value(each.key()).eq(inline(each.value())))
                        .toList())
                .and(within(question.days()))
                .groupBy(groupFields(question.keys()))
                .orderBy(groupFields(question.keys()));
    }

    private static Condition within(@Nullable Days days) {
        return days == null ? DSL.noCondition() : ChargeFields.DATE.between(inline(days.first()), inline(days.last()));
    }

    private static void answer(DSLContext sql, Select<Record> query, int keys, Consumer<CostRow> rows) {
        RoundedRows rounded = new RoundedRows(rows);
        try (Cursor<Record> cursor = sql.fetchLazy(query)) {
            for (Record row : cursor) {
                List<String> values = new ArrayList<>();
                for (int each = 0; each < keys; each++) {
                    values.add(row.get(each, String.class));
                }
                rounded.accept(values, Quanta.cost(row.get(keys, Object.class)), row.get(keys + 1, String.class));
            }
        }
    }

    private static List<Field<?>> keyFields(List<ReportKey> keys) {
        List<Field<?>> fields = new ArrayList<>();
        keys.forEach(each -> fields.add(value(each)));
        return fields;
    }

    private static List<Field<?>> groupFields(List<ReportKey> keys) {
        List<Field<?>> fields = keyFields(keys);
        fields.add(ChargeFields.CURRENCY);
        return fields;
    }

    private static Field<String> value(ReportKey key) {
        Field<String> column = DSL.field(DSL.name(key.code()), SQLDataType.VARCHAR);
        if (key == Column.DATE) {
            return coalesce(column.cast(SQLDataType.VARCHAR), inline(""));
        }
        return coalesce(column, inline(key.needsPods() ? Owner.UNALLOCATED : ""));
    }
}
