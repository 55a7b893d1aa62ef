package dev.comanda.ops.reconciliation.persistence;

import static dev.comanda.ops.reconciliation.persistence.SqlMoney.roundedSum;
import static dev.comanda.sql.reconciliation.Tables.BREAK;
import static dev.comanda.sql.reconciliation.Tables.FINDING;
import static dev.comanda.sql.reconciliation.Tables.RESULT;
import static dev.comanda.sql.reconciliation.Tables.RESULT_AMOUNT;
import static org.jooq.impl.DSL.abs;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;

import dev.comanda.ops.reconciliation.Law;
import dev.comanda.ops.reconciliation.Reconciliation;
import dev.comanda.ops.reconciliation.Summaries;
import dev.comanda.ops.reconciliation.Summary;
import dev.comanda.sql.reconciliation.tables.records.ResultRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record4;

/** Counts what stands published. */
public final class JooqSummaries implements Summaries {

    private final DSLContext database;

    public JooqSummaries(DSLContext database) {
        this.database = database;
    }

    @Override
    public List<Summary> of(LocalDate businessDate) {
        return database.selectFrom(RESULT)
                .where(RESULT.BUSINESS_DATE.eq(businessDate))
                .orderBy(RESULT.DEFINITION_ID)
                .fetch(result -> summary(definition(result.getDefinitionId()), businessDate, result));
    }

    private static Reconciliation definition(short id) {
        return Arrays.stream(Reconciliation.values())
                .filter(reconciliation -> reconciliation.id() == id)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no reconciliation has the number " + id));
    }

    private Summary summary(Reconciliation reconciliation, LocalDate businessDate, ResultRecord result) {
        return new Summary(
                reconciliation,
                new Summary.Side(result.getLeftItems(), amounts(reconciliation, businessDate, "left")),
                new Summary.Side(result.getRightItems(), amounts(reconciliation, businessDate, "right")),
                result.getMatchedGroups(),
                result.getMatchedLeft(),
                result.getMatchedRight(),
                result.getInTransitLeft(),
                result.getInTransitRight(),
                result.getBreakLeft(),
                result.getBreakRight(),
                breaks(reconciliation, businessDate));
    }

    private SortedMap<String, BigDecimal> amounts(Reconciliation reconciliation, LocalDate businessDate, String side) {
        return new TreeMap<>(database.select(RESULT_AMOUNT.CURRENCY, RESULT_AMOUNT.AMOUNT)
                .from(RESULT_AMOUNT)
                .where(RESULT_AMOUNT.DEFINITION_ID.eq(reconciliation.id()))
                .and(RESULT_AMOUNT.BUSINESS_DATE.eq(businessDate))
                .and(RESULT_AMOUNT.SIDE.eq(side))
                .fetchMap(RESULT_AMOUNT.CURRENCY, RESULT_AMOUNT.AMOUNT));
    }

    private List<Summary.Breaks> breaks(Reconciliation reconciliation, LocalDate businessDate) {
        Field<BigDecimal> difference =
                abs(coalesce(BREAK.LEFT_AMOUNT, BigDecimal.ZERO).minus(coalesce(BREAK.RIGHT_AMOUNT, BigDecimal.ZERO)));
        Field<BigDecimal> atStake = roundedSum(difference, BREAK.CURRENCY);
        Map<String, List<Record4<String, String, Integer, BigDecimal>>> byType = new TreeMap<>();
        database.select(BREAK.TYPE, BREAK.CURRENCY, count(), atStake)
                .from(BREAK)
                .where(BREAK.DEFINITION_ID.eq(reconciliation.id()))
                .and(ShownBreaks.on(businessDate))
                .groupBy(BREAK.TYPE, BREAK.CURRENCY)
                .forEach(row -> byType.computeIfAbsent(row.value1(), type -> new ArrayList<>())
                        .add(row));
        List<Summary.Breaks> breaks = new ArrayList<>();
        byType.forEach((type, rows) -> {
            SortedMap<String, BigDecimal> amounts = new TreeMap<>();
            rows.stream()
                    .filter(row -> row.value2() != null && row.value4() != null)
                    .forEach(row -> amounts.put(row.value2(), row.value4()));
            breaks.add(new Summary.Breaks(
                    type, rows.stream().mapToLong(row -> row.value3()).sum(), amounts));
        });
        return breaks;
    }

    @Override
    public SortedMap<Law, Integer> findings(LocalDate businessDate) {
        SortedMap<Law, Integer> findings = new TreeMap<>();
        Arrays.stream(Law.values()).forEach(law -> findings.put(law, 0));
        database.select(FINDING.LAW, count())
                .from(FINDING)
                .where(FINDING.BUSINESS_DATE.eq(businessDate))
                .groupBy(FINDING.LAW)
                .forEach(row -> findings.put(Law.valueOf(row.value1()), row.value2()));
        return findings;
    }
}
