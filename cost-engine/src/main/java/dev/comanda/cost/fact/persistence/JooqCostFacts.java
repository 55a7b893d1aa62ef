package dev.comanda.cost.fact.persistence;

import static dev.comanda.cost.fact.FactKey.IDLE;
import static dev.comanda.cost.fact.FactKey.UNALLOCATED;
import static dev.comanda.sql.cost.Tables.DELIVERY;
import static dev.comanda.sql.cost.Tables.FACT_KEY;
import static dev.comanda.sql.cost.Tables.PROOF;
import static dev.comanda.sql.cost.Tables.PUBLISHED;
import static dev.comanda.sql.cost.Tables.ROLLUP;
import static dev.comanda.sql.cost.Tables.ROLLUP_KEY;
import static dev.comanda.sql.cost.Tables.SHARE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sum;

import dev.comanda.cost.allocation.Owner;
import dev.comanda.cost.allocation.Share;
import dev.comanda.cost.charge.CostQuestion;
import dev.comanda.cost.charge.CostRow;
import dev.comanda.cost.charge.Metric;
import dev.comanda.cost.charge.ReportKey;
import dev.comanda.cost.charge.ReportKey.Column;
import dev.comanda.cost.charge.RoundedRows;
import dev.comanda.cost.fact.CostFacts;
import dev.comanda.cost.fact.Proof;
import dev.comanda.sql.cost.tables.FactKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Sums facts by key first, where they are numbers, and divides what is shared among its bearers afterwards. */
public final class JooqCostFacts implements CostFacts {

    private static final int FETCH_SIZE = 1_000;

    /** What is asked of keys, with who bears it or which rule shares it, and day and cost beside. */
    private static final FactKey PLACED = FACT_KEY.as("placed");

    private static final Field<LocalDate> DATE = field(name("placed", "usage_date"), SQLDataType.LOCALDATE);
    private static final Field<BigDecimal> COST = field(name("placed", "cost"), SQLDataType.NUMERIC);

    private final DSLContext database;

    public JooqCostFacts(DSLContext database) {
        this.database = database;
    }

    @Override
    public void report(YearMonth from, YearMonth to, CostQuestion question, Consumer<CostRow> rows) {
        List<Field<?>> keys = new ArrayList<>();
        question.keys().forEach(each -> keys.add(text(each)));
        List<Field<?>> groups = new ArrayList<>(keys);
        groups.add(DELIVERY.CURRENCY);
        Select<Record> query = database.select(keys)
                .select(sum(COST.times(coalesce(SHARE.FRACTION, inline(BigDecimal.ONE)))), DELIVERY.CURRENCY)
                .from(placed(from, to, question))
                .leftJoin(SHARE)
                .on(PLACED.TEAM.isNull())
                .and(SHARE.ALLOCATION_ID.eq(PLACED.ALLOCATION_ID))
                .and(SHARE.RULE_NUMBER.eq(PLACED.RULE_NUMBER))
                .join(PUBLISHED)
                .on(PUBLISHED.ALLOCATION_ID.eq(PLACED.ALLOCATION_ID))
                .join(DELIVERY)
                .on(DELIVERY.DELIVERY_ID.eq(PUBLISHED.DELIVERY_ID))
                .where(filters(question))
                .groupBy(groups)
                .orderBy(groups.stream()
                        .map(each -> ((Field<?>) each).collate("C"))
                        .toList());
        RoundedRows rounded = new RoundedRows(rows);
        // A cursor reads in portions only within a transaction.
        database.transaction(transaction -> {
            try (Cursor<Record> cursor = transaction.dsl().fetchLazy(query.fetchSize(FETCH_SIZE))) {
                for (Record row : cursor) {
                    List<String> values = new ArrayList<>();
                    for (int each = 0; each < keys.size(); each++) {
                        values.add(row.get(each, String.class));
                    }
                    rounded.accept(
                            values, row.get(keys.size(), BigDecimal.class), row.get(keys.size() + 1, String.class));
                }
            }
        });
    }

    /** Added up by what is asked before it is divided: to divide a sum among its bearers is exact, and there are fewer of them. */
    private Table<?> placed(YearMonth from, YearMonth to, CostQuestion question) {
        SummedFacts facts = SummedFacts.enoughFor(question);
        Set<Field<?>> by = new LinkedHashSet<>(List.of(
                facts.ofKey(FACT_KEY.ALLOCATION_ID),
                facts.ofKey(FACT_KEY.RULE_NUMBER),
                facts.ofKey(FACT_KEY.TEAM),
                facts.ofKey(FACT_KEY.DOMAIN)));
        question.allKeys().forEach(each -> ofKey(each).map(facts::ofKey).ifPresent(by::add));
        if (question.isByDay()) {
            by.add(SummedFacts.DATE);
        }
        return database.select(by)
                .select(sum(SummedFacts.COST).as(COST))
                .from(facts.of(question, shown(from, to)))
                .join(facts.keys())
                .on(facts.isKey())
                .groupBy(by)
                .asTable(PLACED.getName());
    }

    private static Optional<Field<String>> ofKey(ReportKey key) {
        return key instanceof Column column
                ? Optional.ofNullable(
                        switch (column) {
                            case ACCOUNT -> FACT_KEY.ACCOUNT;
                            case SERVICE -> FACT_KEY.SERVICE;
                            case REGION -> FACT_KEY.REGION;
                            case CHARGE_TYPE -> FACT_KEY.CHARGE_TYPE;
                            case CLUSTER -> FACT_KEY.CLUSTER;
                            case NAMESPACE -> FACT_KEY.NAMESPACE;
                            case ENVIRONMENT -> FACT_KEY.ENVIRONMENT;
                            default -> null;
                        })
                : Optional.empty();
    }

    private Select<Record1<Long>> shown(YearMonth from, YearMonth to) {
        return database.select(PUBLISHED.ALLOCATION_ID)
                .from(PUBLISHED)
                .where(PUBLISHED.PERIOD.between(from.atDay(1), to.atDay(1)));
    }

    private static Condition filters(CostQuestion question) {
        return DSL.and(question.filters().stream()
                .map(each -> text(each.key()).eq(each.value()))
                .toList());
    }

    private static Field<String> text(ReportKey key) {
        if (!(key instanceof Column column)) {
            throw new IllegalArgumentException("facts know nothing of " + key.code());
        }
        return switch (column) {
            case DATE -> coalesce(DSL.toChar(DATE, inline("YYYY-MM-DD")), inline(""));
            case MONTH -> DSL.toChar(PUBLISHED.PERIOD, inline("YYYY-MM"));
            case ACCOUNT -> PLACED.ACCOUNT;
            case SERVICE -> PLACED.SERVICE;
            case REGION -> PLACED.REGION;
            case CHARGE_TYPE -> PLACED.CHARGE_TYPE;
            case CLUSTER -> PLACED.CLUSTER;
            case NAMESPACE -> PLACED.NAMESPACE;
            case TEAM -> coalesce(PLACED.TEAM, SHARE.TEAM);
            case DOMAIN -> coalesce(PLACED.DOMAIN, SHARE.DOMAIN);
            case ENVIRONMENT -> PLACED.ENVIRONMENT;
            case RULE ->
                DSL.case_(PLACED.RULE_NUMBER)
                        .when(inline(IDLE), inline(Owner.IDLE))
                        .when(inline(UNALLOCATED), inline(Owner.UNALLOCATED))
                        .else_(PLACED.RULE_NUMBER.cast(SQLDataType.VARCHAR));
            case USAGE_TYPE, RESOURCE, WORKLOAD ->
                throw new IllegalArgumentException("facts know nothing of " + key.code());
        };
    }

    @Override
    public Optional<LocalDate> lastDay() {
        Condition isUsage = ROLLUP_KEY.CHARGE_TYPE.likeIgnoreCase("%usage%");
        return database.select(DSL.max(ROLLUP.USAGE_DATE))
                .from(PUBLISHED)
                .join(ROLLUP)
                .on(ROLLUP.ALLOCATION_ID.eq(PUBLISHED.ALLOCATION_ID))
                .join(ROLLUP_KEY)
                .on(ROLLUP_KEY.ALLOCATION_ID.eq(ROLLUP.ALLOCATION_ID))
                .and(ROLLUP_KEY.ROLLUP_NUMBER.eq(ROLLUP.ROLLUP_NUMBER))
                .where(PUBLISHED.PERIOD.eq(
                        database.select(DSL.max(PUBLISHED.PERIOD)).from(PUBLISHED)))
                .and(isUsage)
                .fetchOptional(DSL.max(ROLLUP.USAGE_DATE));
    }

    @Override
    public List<Share> shares(YearMonth period) {
        return database.select(SHARE.RULE_NUMBER, SHARE.TEAM, SHARE.DOMAIN, SHARE.FRACTION)
                .from(SHARE)
                .join(PUBLISHED)
                .on(PUBLISHED.ALLOCATION_ID.eq(SHARE.ALLOCATION_ID))
                .where(PUBLISHED.PERIOD.eq(period.atDay(1)))
                .orderBy(SHARE.RULE_NUMBER, SHARE.TEAM)
                .fetch(row -> new Share(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4().multiply(BigDecimal.valueOf(Share.WHOLE)).longValueExact()));
    }

    @Override
    public List<Proof> proofs(YearMonth period) {
        return database
                .select(PROOF)
                .from(PROOF)
                .join(PUBLISHED)
                .on(PUBLISHED.ALLOCATION_ID.eq(PROOF.ALLOCATION_ID))
                .where(PUBLISHED.PERIOD.eq(period.atDay(1)))
                .fetch(row -> new Proof(
                        Metric.of(row.value1().getMetric()).orElseThrow(),
                        row.value1().getAllocated(),
                        row.value1().getShared(),
                        row.value1().getIdle(),
                        row.value1().getUnallocated(),
                        row.value1().getBill()))
                .stream()
                .sorted(Comparator.comparing(Proof::metric))
                .toList();
    }
}
