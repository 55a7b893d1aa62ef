package dev.comanda.ops.decision.persistence;

import static dev.comanda.sql.casework.Tables.WORK_CASE;
import static dev.comanda.sql.policy.Tables.DECISION;
import static dev.comanda.sql.policy.Tables.VERSION;
import static org.jooq.impl.DSL.max;

import dev.comanda.ops.decision.PolicyHistory;
import dev.comanda.ops.policy.Circumstances;
import dev.comanda.ops.policy.PastDecision;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Reads what policies decided from PostgreSQL. */
public final class JooqPolicyHistory implements PolicyHistory {

    private static final int AT_ONCE = 2000;

    private static final String POLICIES =
            """
            with decided as (
                select v.policy, d.case_id, count(*) as decisions
                from policy.decision d
                join policy.version v on v.version_id = d.version_id
                where d.business_date >= ? and d.business_date < ?
                group by v.policy, d.case_id
            )
            select decided.policy, sum(decided.decisions)::bigint as decisions,
                   count(*) filter (where c.status <> 'WAITING') as decided,
                   count(*) filter (where c.status = 'CLOSED' and c.closed_by is null and not c.is_touched and c.reopenings = 0)
                       as automatically
            from decided
            join casework.work_case c on c.case_id = decided.case_id
            group by decided.policy
            """;

    private static final String ROWS =
            """
            select v.policy, d.row_id, coalesce(d.circumstances ->> 'currency', '') as currency, count(*) as decisions,
                   coalesce(sum((d.circumstances ->> 'amount')::numeric), 0) as amount
            from policy.decision d
            join policy.version v on v.version_id = d.version_id
            where d.business_date >= ? and d.business_date < ?
            group by v.policy, d.row_id, currency
            """;

    private final DSLContext database;

    public JooqPolicyHistory(DSLContext database) {
        this.database = database;
    }

    @Override
    public Optional<LocalDate> lastDecidedOn() {
        return database.select(max(DECISION.BUSINESS_DATE)).from(DECISION).fetchOptional(0, LocalDate.class);
    }

    @Override
    public Optional<LocalDate> firstUsedOn(UUID version) {
        return database.select(VERSION.FIRST_USED_ON)
                .from(VERSION)
                .where(VERSION.VERSION_ID.eq(version))
                .fetchOptional(VERSION.FIRST_USED_ON);
    }

    @Override
    public List<PolicyUse> policies(Period period) {
        return database.resultQuery(POLICIES, period.start(), period.end())
                .fetch(row -> new PolicyUse(
                        row.get("policy", String.class),
                        row.get("decisions", Long.class),
                        row.get("decided", Long.class),
                        row.get("automatically", Long.class)));
    }

    @Override
    public List<RowUse> rows(Period period) {
        Map<List<String>, RowUse> uses = new LinkedHashMap<>();
        for (Record row :
                database.resultQuery(ROWS, period.start(), period.end()).fetch()) {
            SortedMap<String, BigDecimal> amounts = new TreeMap<>();
            amounts.put(row.get("currency", String.class), row.get("amount", BigDecimal.class));
            RowUse use = new RowUse(
                    row.get("policy", String.class),
                    row.get("row_id", String.class),
                    row.get("decisions", Long.class),
                    amounts);
            uses.merge(List.of(use.policy(), use.row()), use, JooqPolicyHistory::together);
        }
        return uses.values().stream()
                .sorted(Comparator.comparingLong(RowUse::decisions)
                        .reversed()
                        .thenComparing(RowUse::policy)
                        .thenComparing(RowUse::row))
                .toList();
    }

    private static RowUse together(RowUse one, RowUse other) {
        SortedMap<String, BigDecimal> amounts = new TreeMap<>(one.amounts());
        amounts.putAll(other.amounts());
        return new RowUse(one.policy(), one.row(), one.decisions() + other.decisions(), amounts);
    }

    @Override
    public List<RowDecision> decisions(String policy, String row, int offset, int limit) {
        StoredVersions versions = new StoredVersions();
        return database
                .select()
                .from(DECISION)
                .join(VERSION)
                .on(VERSION.VERSION_ID.eq(DECISION.VERSION_ID))
                .join(WORK_CASE)
                .on(WORK_CASE.CASE_ID.eq(DECISION.CASE_ID))
                .where(VERSION.POLICY.eq(policy))
                .and(DECISION.ROW_ID.eq(row))
                .orderBy(DECISION.BUSINESS_DATE.desc(), DECISION.CASE_ID)
                .offset(offset)
                .limit(limit)
                .fetch()
                .stream()
                .map(each -> new RowDecision(
                        each.get(DECISION.CASE_ID),
                        each.get(WORK_CASE.SUBJECT),
                        each.get(WORK_CASE.STATUS),
                        each.get(DECISION.BUSINESS_DATE),
                        versions.verdict(each),
                        circumstances(each),
                        versions.kept(each)))
                .toList();
    }

    @Override
    public <T> T past(String policy, Period period, Function<Iterable<PastDecision>, T> trial) {
        return database.transactionResult(transaction -> {
            try (Cursor<? extends Record> rows = decisions(transaction.dsl(), policy, period)) {
                return trial.apply(() -> StreamSupport.stream(rows.spliterator(), false)
                        .map(JooqPolicyHistory::past)
                        .iterator());
            }
        });
    }

    private static Cursor<? extends Record> decisions(DSLContext sql, String policy, Period period) {
        return sql.select(
                        DECISION.CASE_ID,
                        DECISION.BUSINESS_DATE,
                        DECISION.ROW_ID,
                        DECISION.ACTION,
                        DECISION.TEAM,
                        DECISION.CIRCUMSTANCES,
                        VERSION.POLICY,
                        VERSION.LABEL)
                .from(DECISION)
                .join(VERSION)
                .on(VERSION.VERSION_ID.eq(DECISION.VERSION_ID))
                .where(VERSION.POLICY.eq(policy))
                .and(DECISION.BUSINESS_DATE.ge(period.start()))
                .and(DECISION.BUSINESS_DATE.lt(period.end()))
                .orderBy(DECISION.BUSINESS_DATE.desc(), DECISION.CASE_ID)
                .limit(MOST_TRIED)
                .fetchSize(AT_ONCE)
                .fetchLazy();
    }

    /** A trial compares what is done and by whom; until when was waited is in the table, which is not read for it. */
    private static PastDecision past(Record row) {
        return new PastDecision(
                row.get(DECISION.CASE_ID).toString(),
                row.get(DECISION.BUSINESS_DATE),
                circumstances(row),
                StoredVersions.verdict(row, null));
    }

    private static Circumstances circumstances(Record row) {
        return Circumstances.fromJson(row.get(DECISION.CIRCUMSTANCES).data());
    }
}
