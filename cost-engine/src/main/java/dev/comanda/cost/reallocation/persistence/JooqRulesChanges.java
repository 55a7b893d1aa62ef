package dev.comanda.cost.reallocation.persistence;

import static dev.comanda.sql.approval.Tables.REQUEST;
import static dev.comanda.sql.audit.tables.Entry.ENTRY;
import static dev.comanda.sql.cost.Tables.MOVED_COST;
import static dev.comanda.sql.cost.Tables.RULES_CHANGE;

import dev.comanda.cost.allocation.AllocationRules;
import dev.comanda.cost.allocation.Owner;
import dev.comanda.cost.reallocation.MovedCost;
import dev.comanda.cost.reallocation.RulesChange;
import dev.comanda.cost.reallocation.RulesChange.Status;
import dev.comanda.cost.reallocation.RulesChanges;
import dev.comanda.sql.cost.tables.records.MovedCostRecord;
import dev.comanda.sql.cost.tables.records.RulesChangeRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Keeps changes; who asks for one leaves an entry in the audit trail. */
public final class JooqRulesChanges implements RulesChanges {

    private static final String KIND = "ALLOCATION_RULES";

    private final DSLContext database;
    private final Clock clock;

    public JooqRulesChanges(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public long ask(AllocationRules changed, AllocationRules base, YearMonth period, String person) {
        if (changed.hash().equals(base.hash())) {
            throw new IllegalArgumentException("the rules are those in force");
        }
        return database.transactionResult(transaction -> {
            DSLContext sql = transaction.dsl();
            OffsetDateTime now = OffsetDateTime.now(clock);
            long id = sql.insertInto(RULES_CHANGE)
                    .set(RULES_CHANGE.CONTENT, changed.content())
                    .set(RULES_CHANGE.CONTENT_HASH, changed.hash())
                    .set(RULES_CHANGE.BASE_CONTENT, base.content())
                    .set(RULES_CHANGE.BASE_HASH, base.hash())
                    .set(RULES_CHANGE.PERIOD, period.atDay(1))
                    .set(RULES_CHANGE.ASKED_BY, person)
                    .set(RULES_CHANGE.ASKED_AT, now)
                    .returningResult(RULES_CHANGE.CHANGE_ID)
                    .fetchSingle()
                    .value1();
            sql.insertInto(ENTRY)
                    .set(ENTRY.HAPPENED_AT, now)
                    .set(ENTRY.ACTOR, person)
                    .set(ENTRY.ACTION, "change of allocation rules tried")
                    .set(ENTRY.SUBJECT, KIND + " " + id)
                    .set(
                            ENTRY.DETAIL,
                            "rules " + changed.hash() + " over " + base.hash() + ", on the bill of " + period)
                    .execute();
            return id;
        });
    }

    @Override
    public Optional<RulesChange> find(long id) {
        return database.selectFrom(RULES_CHANGE)
                .where(RULES_CHANGE.CHANGE_ID.eq(id))
                .fetchOptional(JooqRulesChanges::change);
    }

    @Override
    public List<RulesChange> recent(int limit) {
        return database.selectFrom(RULES_CHANGE)
                .orderBy(RULES_CHANGE.CHANGE_ID.desc())
                .limit(limit)
                .fetch(JooqRulesChanges::change);
    }

    @Override
    public List<MovedCost> moved(long id) {
        return database.selectFrom(MOVED_COST)
                .where(MOVED_COST.CHANGE_ID.eq(id))
                .orderBy(
                        MOVED_COST.OWNER,
                        DSL.abs(MOVED_COST.AFTER.minus(MOVED_COST.BEFORE)).desc(),
                        MOVED_COST.NAME,
                        MOVED_COST.SERVICE,
                        MOVED_COST.CURRENCY)
                .fetch(row -> new MovedCost(
                        Owner.valueOf(row.getOwner()),
                        row.getName(),
                        row.getService(),
                        row.getCurrency(),
                        row.getBefore(),
                        row.getAfter()));
    }

    @Override
    public boolean tryNext(Function<RulesChange, Trial> trial) {
        return database.transactionResult(transaction -> {
            DSLContext sql = transaction.dsl();
            Optional<RulesChangeRecord> next = sql.selectFrom(RULES_CHANGE)
                    .where(RULES_CHANGE.STATUS.eq(Status.WAITING.name()))
                    .orderBy(RULES_CHANGE.CHANGE_ID)
                    .limit(1)
                    .forUpdate()
                    .skipLocked()
                    .fetchOptional();
            next.ifPresent(each -> keep(sql, each, trial.apply(change(each))));
            return next.isPresent();
        });
    }

    private void keep(DSLContext sql, RulesChangeRecord change, Trial trial) {
        if (trial instanceof Trial.Failed failed) {
            change.setStatus(Status.FAILED.name());
            change.setProblem(failed.problem());
            change.store();
            return;
        }
        List<MovedCostRecord> rows = ((Trial.Tried) trial)
                .moved().stream()
                        .map(each -> new MovedCostRecord(
                                change.getChangeId(),
                                each.owner().name(),
                                each.name(),
                                each.service(),
                                each.currency(),
                                each.before(),
                                each.after()))
                        .toList();
        sql.batchInsert(rows).execute();
        change.setStatus(Status.TRIED.name());
        change.setTriedAt(OffsetDateTime.now(clock));
        change.store();
    }

    @Override
    public List<RulesChange> approved() {
        return database.select(RULES_CHANGE)
                .from(RULES_CHANGE)
                .join(REQUEST)
                .on(REQUEST.KIND.eq(KIND))
                .and(REQUEST.SUBJECT.eq(RULES_CHANGE.CHANGE_ID.cast(SQLDataType.CLOB)))
                .and(REQUEST.OUTCOME.eq("APPROVED"))
                .where(RULES_CHANGE.STATUS.eq(Status.TRIED.name()))
                .orderBy(REQUEST.DECIDED_AT, RULES_CHANGE.CHANGE_ID)
                .fetch(row -> change(row.value1()));
    }

    @Override
    public void taken(RulesChange change) {
        database.update(RULES_CHANGE)
                .set(RULES_CHANGE.STATUS, Status.TAKEN.name())
                .set(RULES_CHANGE.TAKEN_AT, OffsetDateTime.now(clock))
                .where(RULES_CHANGE.CHANGE_ID.eq(change.id()))
                .execute();
    }

    @Override
    public void stale(RulesChange change, String problem) {
        database.update(RULES_CHANGE)
                .set(RULES_CHANGE.STATUS, Status.STALE.name())
                .set(RULES_CHANGE.PROBLEM, problem)
                .where(RULES_CHANGE.CHANGE_ID.eq(change.id()))
                .execute();
    }

    private static RulesChange change(RulesChangeRecord row) {
        return new RulesChange(
                row.getChangeId(),
                row.getContent(),
                row.getContentHash(),
                row.getBaseContent(),
                row.getBaseHash(),
                YearMonth.from(row.getPeriod()),
                row.getAskedBy(),
                row.getAskedAt().toInstant(),
                Status.valueOf(row.getStatus()),
                instant(row.getTriedAt()),
                instant(row.getTakenAt()),
                row.getProblem());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
