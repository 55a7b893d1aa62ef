package dev.comanda.ops.reconciliation.persistence;

import static dev.comanda.sql.reconciliation.Tables.BREAK;
import static dev.comanda.sql.reconciliation.Tables.RESOLUTION;
import static dev.comanda.sql.reconciliation.Tables.RESULT;
import static dev.comanda.sql.reconciliation.Tables.RESULT_AMOUNT;
import static org.jooq.impl.DSL.abs;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.sum;

import dev.comanda.ops.reconciliation.BreakType;
import dev.comanda.ops.reconciliation.BreakView;
import dev.comanda.ops.reconciliation.FactView;
import dev.comanda.ops.reconciliation.Law;
import dev.comanda.ops.reconciliation.Reconciliation;
import dev.comanda.ops.reconciliation.ReconciliationDay;
import dev.comanda.ops.reconciliation.ReconciliationDay.Amount;
import dev.comanda.ops.reconciliation.ReconciliationDay.OpenBreaks;
import dev.comanda.ops.reconciliation.ReconciliationDay.Side;
import dev.comanda.ops.reconciliation.ReconciliationViews;
import dev.comanda.sql.reconciliation.tables.records.BreakRecord;
import dev.comanda.sql.reconciliation.tables.records.ResultRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SortField;
import org.jspecify.annotations.Nullable;

/** Reads the published results in PostgreSQL. */
public final class JooqReconciliationViews implements ReconciliationViews {

    private static final Field<BigDecimal> LEFT = coalesce(BREAK.LEFT_AMOUNT, inline(BigDecimal.ZERO));
    private static final Field<BigDecimal> RIGHT = coalesce(BREAK.RIGHT_AMOUNT, inline(BigDecimal.ZERO));
    private static final Field<String> CURRENCY = coalesce(BREAK.CURRENCY, inline(""));

    private final DSLContext database;
    private final Facts facts;

    public JooqReconciliationViews(DSLContext database) {
        this.database = database;
        this.facts = new Facts(database);
    }

    @Override
    public List<LocalDate> publishedDates(int limit) {
        return database.selectDistinct(RESULT.BUSINESS_DATE)
                .from(RESULT)
                .where(RESULT.DEFINITION_ID.in(Arrays.stream(Reconciliation.values())
                        .map(Reconciliation::id)
                        .toList()))
                .orderBy(RESULT.BUSINESS_DATE.desc())
                .limit(limit)
                .fetch(RESULT.BUSINESS_DATE);
    }

    @Override
    public List<ReconciliationDay> day(LocalDate businessDate) {
        Map<Short, List<OpenBreaks>> breaks = openBreaks(businessDate);
        Map<String, List<Amount>> amounts = amounts(businessDate);
        return database
                .selectFrom(RESULT)
                .where(RESULT.BUSINESS_DATE.eq(businessDate))
                .orderBy(RESULT.DEFINITION_ID)
                .fetch()
                .stream()
                .flatMap(row -> withId(row.getDefinitionId()).stream().map(lead -> day(lead, row, breaks, amounts)))
                .toList();
    }

    private static ReconciliationDay day(
            Reconciliation reconciliation,
            ResultRecord row,
            Map<Short, List<OpenBreaks>> breaks,
            Map<String, List<Amount>> amounts) {
        short id = reconciliation.id();
        return new ReconciliationDay(
                reconciliation,
                row.getPublishedAt().toInstant(),
                new Side(
                        row.getLeftItems(),
                        row.getMatchedLeft(),
                        row.getInTransitLeft(),
                        row.getBreakLeft(),
                        amounts.getOrDefault(id + "left", List.of())),
                new Side(
                        row.getRightItems(),
                        row.getMatchedRight(),
                        row.getInTransitRight(),
                        row.getBreakRight(),
                        amounts.getOrDefault(id + "right", List.of())),
                row.getMatchedGroups(),
                breaks.getOrDefault(id, List.of()));
    }

    private Map<String, List<Amount>> amounts(LocalDate businessDate) {
        return database.selectFrom(RESULT_AMOUNT)
                .where(RESULT_AMOUNT.BUSINESS_DATE.eq(businessDate))
                .orderBy(RESULT_AMOUNT.CURRENCY)
                .fetchGroups(
                        row -> row.getDefinitionId() + row.getSide(),
                        row -> new Amount(row.getAmount(), row.getCurrency()));
    }

    private Map<Short, List<OpenBreaks>> openBreaks(LocalDate businessDate) {
        return database.select(
                        BREAK.DEFINITION_ID,
                        BREAK.TYPE,
                        CURRENCY,
                        count().cast(Long.class),
                        sum(LEFT),
                        sum(RIGHT),
                        sum(LEFT.minus(RIGHT)))
                .from(BREAK)
                .where(ShownBreaks.on(businessDate))
                .groupBy(BREAK.DEFINITION_ID, BREAK.TYPE, CURRENCY)
                .orderBy(BREAK.DEFINITION_ID, BREAK.TYPE, CURRENCY)
                .fetchGroups(
                        row -> row.value1(),
                        row -> new OpenBreaks(
                                row.value2(), row.value4(), row.value3(), row.value5(), row.value6(), row.value7()));
    }

    @Override
    public SortedMap<Law, Integer> findings(LocalDate businessDate) {
        return new JooqSummaries(database).findings(businessDate);
    }

    @Override
    public List<BreakView> breaks(Selection selection, int offset, int limit) {
        Condition ofType =
                selection.type().map(BreakType::name).map(BREAK.TYPE::eq).orElse(noCondition());
        List<BreakRecord> rows = database.selectFrom(BREAK)
                .where(
                        BREAK.DEFINITION_ID.eq(selection.reconciliation().id()),
                        ShownBreaks.on(selection.businessDate()),
                        ofType)
                .orderBy(first(selection.order()), BREAK.BREAK_ID)
                .offset(offset)
                .limit(limit)
                .fetch();
        return views(rows);
    }

    private static SortField<?> first(BreakOrder order) {
        return switch (order) {
            case LARGEST -> abs(LEFT.minus(RIGHT)).desc();
            case OLDEST -> BREAK.RAISED_ON.asc();
            case NEWEST -> BREAK.RAISED_ON.desc();
        };
    }

    @Override
    public Optional<BreakView> findBreak(long id) {
        return views(database.selectFrom(BREAK).where(BREAK.BREAK_ID.eq(id)).fetch()).stream()
                .findFirst();
    }

    @Override
    public List<FactView> facts(long breakId, int limit) {
        return facts.ofBreak(breakId, limit);
    }

    private List<BreakView> views(List<BreakRecord> rows) {
        Map<Long, SortedSet<String>> references =
                facts.references(rows.stream().map(BreakRecord::getBreakId).toList());
        Map<Long, String> resolutions =
                resolutions(rows.stream().map(BreakRecord::getBreakId).toList());
        return rows.stream()
                .flatMap(row -> withId(row.getDefinitionId()).stream()
                        .map(lead -> view(
                                lead,
                                row,
                                resolutions.get(row.getBreakId()),
                                references.getOrDefault(row.getBreakId(), new TreeSet<>()))))
                .toList();
    }

    /** How breaks are resolved now. */
    private Map<Long, String> resolutions(Collection<Long> breaks) {
        return database.select(RESOLUTION.BREAK_ID, RESOLUTION.ACTION)
                .from(RESOLUTION)
                .where(RESOLUTION.BREAK_ID.in(breaks))
                .and(RESOLUTION.REOPENED_ON.isNull())
                .fetchMap(RESOLUTION.BREAK_ID, RESOLUTION.ACTION);
    }

    private static BreakView view(
            Reconciliation reconciliation, BreakRecord row, @Nullable String resolution, SortedSet<String> references) {
        return new BreakView(
                row.getBreakId(),
                reconciliation,
                row.getType(),
                row.getRaisedOn(),
                row.getEndedOn(),
                row.getCurrency(),
                row.getLeftAmount(),
                row.getRightAmount(),
                resolution,
                row.getCaseId(),
                List.copyOf(references));
    }

    private static Optional<Reconciliation> withId(short id) {
        return Arrays.stream(Reconciliation.values())
                .filter(reconciliation -> reconciliation.id() == id)
                .findFirst();
    }
}
