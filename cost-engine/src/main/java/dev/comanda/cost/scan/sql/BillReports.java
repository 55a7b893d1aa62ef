package dev.comanda.cost.scan.sql;

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
import dev.comanda.cost.scan.ChargeScan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Rows of reports: what bills cost by the keys that are asked for. */
public final class BillReports {

    private final Engine engine;

    public BillReports(Engine engine) {
        this.engine = engine;
    }

    /** As {@link ChargeScan#report} has it. */
    public void report(List<BillScan> bills, CostQuestion question, AllocationRules rules, Consumer<CostRow> rows) {
        Select<Record> all = bills.stream()
                .map(bill -> groups(bill, question, rules))
                .reduce(Select::unionAll)
                .orElseThrow(() -> new IllegalArgumentException("a report is of one period at least"));
        answer(grouped(all.asTable("cost"), question), question.keys().size(), rows);
    }

    private Select<Record> groups(BillScan scan, CostQuestion question, AllocationRules rules) {
        return question.allKeys().stream().anyMatch(ReportKey::needsOwners)
                ? new BorneCost(engine, scan, question, rules).groups()
                : new PlainCost(engine, scan, question).groups();
    }

    /** As {@link ChargeScan#restatement} has it. */
    public void restatement(BillScan before, BillScan after, Consumer<CostRow> rows) {
        List<ReportKey> keys = ChargeScan.RESTATED_BY;
        Table<?> both = changes(before, true).unionAll(changes(after, false)).asTable("both");
        Field<BigDecimal> change = DSL.sum(ChargeFields.AMORTIZED).cast(BillColumns.COST);
        Select<Record> changed = engine.sql()
                .select(keyFields(keys))
                .select(change, ChargeFields.CURRENCY)
                .from(both)
                .groupBy(groupFields(keys))
                .having(change.ne(Amortization.ZERO))
                .orderBy(groupFields(keys));
        answer(changed, keys.size(), rows);
    }

    private Select<Record> changes(BillScan bill, boolean taken) {
        Table<?> charge = bill.charges().asTable("charge");
        Field<BigDecimal> cost = taken ? ChargeFields.AMORTIZED.neg() : ChargeFields.AMORTIZED;
        List<Field<?>> fields = new ArrayList<>(List.of(
                ChargeFields.ACCOUNT,
                ChargeFields.SERVICE,
                ChargeFields.DATE,
                ChargeFields.CURRENCY,
                cost.cast(BillColumns.COST).as(ChargeFields.AMORTIZED)));
        return engine.sql().select(fields).from(charge).where(ChargeFields.IS_SPLIT.isFalse());
    }

    private Select<Record> grouped(Table<?> cost, CostQuestion question) {
        return engine.sql()
                .select(keyFields(question.keys()))
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

    private void answer(Select<Record> query, int keys, Consumer<CostRow> rows) {
        RoundedRows rounded = new RoundedRows(rows);
        try (Cursor<Record> cursor = engine.sql().fetchLazy(query)) {
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
