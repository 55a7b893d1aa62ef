package dev.comanda.cost.scan.duckdb;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;

import dev.comanda.cost.allocation.AllocationRules;
import dev.comanda.cost.allocation.Owner;
import dev.comanda.cost.charge.ChargeLine;
import dev.comanda.cost.charge.CostQuestion;
import dev.comanda.cost.charge.CostQuestion.Filter;
import dev.comanda.cost.charge.ReportKey;
import dev.comanda.cost.charge.ReportKey.Column;
import dev.comanda.cost.scan.ChargeLines;
import dev.comanda.cost.scan.ChargeScan.PeriodFiles;
import dev.comanda.cost.scan.sql.Carried;
import dev.comanda.cost.scan.sql.ChargeFields;
import dev.comanda.cost.scan.sql.OwnedCost;
import dev.comanda.cost.scan.sql.PlainCost;
import dev.comanda.cost.scan.sql.PodCost;
import dev.comanda.cost.scan.sql.RuleInputs;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Reads single lines; what cannot be among them is left out before anything is divided. */
public final class DuckDbChargeLines implements ChargeLines {

    private final ScanLimits limits;

    public DuckDbChargeLines(ScanLimits limits) {
        this.limits = limits;
    }

    @Override
    public List<ChargeLine> largest(PeriodFiles bill, CostQuestion question, AllocationRules rules, int limit) {
        try (DuckDb duck = DuckDb.open(limits)) {
            return new Lines(duck.engine(), bill, OpenBill.of(duck, bill), question, rules).largest(limit);
        }
    }

    private record Lines(
            DuckDbEngine engine, PeriodFiles bill, OpenBill open, CostQuestion question, AllocationRules rules) {

        private List<ChargeLine> largest(int limit) {
            RuleInputs inputs = new RuleInputs(rules);
            Field<BigDecimal> cost = ChargeFields.cost(question.metric());
            Carried carried = new Carried(
                    Carried.union(shownOfLine(), inputs.ofLine()),
                    Carried.union(
                            List.of(ChargeFields.CLUSTER, ChargeFields.NAMESPACE, ChargeFields.WORKLOAD),
                            inputs.ofPod()),
                    inputs.ofEither(),
                    Carried.union(List.of(cost), List.of(ChargeFields.AMORTIZED)),
                    inputs.usages());
            PodCost parts = new PodCost(engine, open.scan().name(), lines(inputs), carried);
            Select<Record> divided = open.scan().mayHavePods() ? parts.divided() : parts.undivided();
            Table<?> owned = new OwnedCost(engine, rules, inputs)
                    .of(divided.asTable("cost"))
                    .asTable("owned");
            return engine.sql()
                    .select(DSL.asterisk())
                    .from(owned)
                    .where(question.filters().stream().map(Lines::isAs).toList())
                    .and(cost.ne(BigDecimal.ZERO))
                    .orderBy(DSL.abs(cost).desc(), LinePlace.FILE, LinePlace.ROW, ChargeFields.LINE)
                    .limit(inline(limit))
                    .fetch()
                    .map(row -> line(row, cost));
        }

        private List<Field<?>> shownOfLine() {
            Set<Field<?>> fields = new LinkedHashSet<>(PlainCost.ofLine(question));
            ChargeLine.KEYS.stream()
                    .filter(each -> !each.needsPods())
                    .forEach(each -> fields.add(PlainCost.text(each)));
            fields.addAll(List.of(ChargeFields.DATE, ChargeFields.LINE, LinePlace.FILE, LinePlace.ROW));
            return List.copyOf(fields);
        }

        /** What all lines of an instance have in common in an hour; by anything else its cost must be divided first. */
        private static final List<ReportKey> OF_INSTANCE = List.of(Column.ACCOUNT, Column.DATE, Column.MONTH);

        /** A pod's line is needed whatever it says itself: it has its part of a line of its instance. */
        private Select<?> lines(RuleInputs inputs) {
            Set<String> tags = new LinkedHashSet<>(PlainCost.tags(question));
            tags.addAll(inputs.tags());
            List<Condition> ofLine = new ArrayList<>(question.filters().stream()
                    .filter(each -> OF_INSTANCE.contains(each.key()))
                    .map(Lines::isAs)
                    .toList());
            if (question.days() != null) {
                ofLine.add(ChargeFields.DATE.between(
                        inline(question.days().first()), inline(question.days().last())));
            }
            Condition counts = ChargeFields.IS_SPLIT.isTrue().or(DSL.and(ofLine));
            return engine.sql()
                    .select(DSL.asterisk())
                    .select(inputs.ofEachLine())
                    .from(open.scan()
                            .charges(
                                    open.files().placed(),
                                    tags,
                                    inputs.categories(),
                                    List.of(LinePlace.FILE, LinePlace.ROW))
                            .asTable("charged"))
                    .where(counts);
        }

        private static Condition isAs(Filter filter) {
            ReportKey key = filter.key();
            if (key == Column.RULE) {
                return OwnedCost.settledBy().eq(inline(filter.value()));
            }
            return said(key).eq(inline(filter.value()));
        }

        private static Field<String> said(ReportKey key) {
            if (key == Column.DATE) {
                return coalesce(ChargeFields.DATE.cast(ChargeFields.LINE.getDataType()), inline(""));
            }
            return coalesce(PlainCost.text(key), inline(key.needsPods() ? Owner.UNALLOCATED : ""));
        }

        private ChargeLine line(Record row, Field<BigDecimal> cost) {
            Path file = bill.files().get(row.get(LinePlace.FILE));
            String line = row.get(ChargeFields.LINE);
            return new ChargeLine(
                    new ChargeLine.Place(
                            String.valueOf(file.getFileName()), row.get(LinePlace.ROW), line == null ? "" : line),
                    row.get(ChargeFields.DATE),
                    ChargeLine.KEYS.stream().map(each -> value(row, each)).toList(),
                    row.get(cost),
                    row.get(ChargeFields.CURRENCY));
        }

        private static String value(Record row, ReportKey key) {
            String value = row.get(PlainCost.text(key));
            return value == null ? "" : value;
        }
    }
}
