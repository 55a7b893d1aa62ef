package dev.comanda.cost.scan.duckdb;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;

import dev.comanda.cost.charge.CostRow;
import dev.comanda.cost.charge.Metric;
import dev.comanda.cost.charge.ReportKey;
import dev.comanda.cost.charge.ReportKey.Column;
import dev.comanda.cost.charge.ReportKey.Tag;
import dev.comanda.cost.charge.Totals;
import dev.comanda.cost.scan.ChargeScan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

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
    public void report(List<PeriodFiles> bills, List<ReportKey> keys, Metric metric, Consumer<CostRow> rows) {
        try (DuckDb duck = DuckDb.open(limits)) {
            Table<?> cost = union(duck.sql(), bills, keys);
            answer(duck.sql(), grouped(duck.sql(), cost, keys, sum(metric)), keys.size(), rows);
        }
    }

    @Override
    public void restatement(PeriodFiles before, PeriodFiles after, Consumer<CostRow> rows) {
        try (DuckDb duck = DuckDb.open(limits)) {
            DSLContext sql = duck.sql();
            Table<?> both = changes(sql, before, true)
                    .unionAll(changes(sql, after, false))
                    .asTable("both");
            Select<Record> changed = sql.select(keyFields(RESTATED_BY))
                    .select(sum(Metric.AMORTIZED), ChargeFields.CURRENCY)
                    .from(both)
                    .groupBy(groupFields(RESTATED_BY))
                    .having(sum(Metric.AMORTIZED).ne(Amortization.ZERO))
                    .orderBy(groupFields(RESTATED_BY));
            answer(sql, changed, RESTATED_BY.size(), rows);
        }
    }

    private static Select<Record> changes(DSLContext sql, PeriodFiles bill, boolean taken) {
        Table<?> charge = BillScan.open(sql, bill).charges(List.of()).asTable("charge");
        Field<BigDecimal> cost = taken ? ChargeFields.AMORTIZED.neg() : ChargeFields.AMORTIZED;
        List<Field<?>> fields = new ArrayList<>(List.of(
                ChargeFields.ACCOUNT,
                ChargeFields.SERVICE,
                ChargeFields.DATE,
                ChargeFields.CURRENCY,
                cost.cast(BillColumns.COST).as(ChargeFields.AMORTIZED)));
        return sql.select(fields).from(charge).where(ChargeFields.IS_SPLIT.isFalse());
    }

    private static Table<?> union(DSLContext sql, List<PeriodFiles> bills, List<ReportKey> keys) {
        List<String> tags = keys.stream()
                .filter(Tag.class::isInstance)
                .map(each -> ((Tag) each).key())
                .toList();
        boolean needsPods = keys.stream().anyMatch(ReportKey::needsPods);
        Select<Record> all = null;
        for (PeriodFiles bill : bills) {
            BillScan scan = BillScan.open(sql, bill);
            Select<Record> lines = needsPods ? new PodCost(sql, scan, tags).lines() : scan.costs(tags);
            all = all == null ? lines : all.unionAll(lines);
        }
        if (all == null) {
            throw new IllegalArgumentException("a report is of one period at least");
        }
        return all.asTable("cost");
    }

    private static Select<Record> grouped(DSLContext sql, Table<?> cost, List<ReportKey> keys, Field<BigDecimal> sum) {
        return sql.select(keyFields(keys))
                .select(sum, ChargeFields.CURRENCY)
                .from(cost)
                .groupBy(groupFields(keys))
                .orderBy(groupFields(keys));
    }

    private static Field<BigDecimal> sum(Metric metric) {
        Field<BigDecimal> cost =
                switch (metric) {
                    case UNBLENDED -> ChargeFields.UNBLENDED;
                    case AMORTIZED -> ChargeFields.AMORTIZED;
                    case NET_AMORTIZED -> ChargeFields.NET_AMORTIZED;
                    case LIST -> ChargeFields.LIST;
                };
        return DSL.sum(cost).cast(BillColumns.COST);
    }

    private static void answer(DSLContext sql, Select<Record> query, int keys, Consumer<CostRow> rows) {
        try (Cursor<Record> cursor = sql.fetchLazy(query)) {
            for (Record row : cursor) {
                List<String> values = new ArrayList<>();
                for (int each = 0; each < keys; each++) {
                    values.add(row.get(each, String.class));
                }
                rows.accept(new CostRow(
                        values,
                        row.get(keys, BigDecimal.class).setScale(BillColumns.COST.scale()),
                        row.get(keys + 1, String.class)));
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
        return coalesce(column, inline(key.needsPods() ? PodCost.UNALLOCATED : ""));
    }
}
