package dev.comanda.ops.reconciliation.persistence;

import static dev.comanda.sql.reconciliation.Tables.RESULT;
import static org.jooq.impl.DSL.max;

import dev.comanda.ops.copy.TemporaryTables;
import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import dev.comanda.ops.reconciliation.Lags;
import dev.comanda.ops.reconciliation.ReconciliationSpec;
import dev.comanda.ops.reconciliation.Reconciliations;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Reconciles in PostgreSQL: one transaction per spec, from its candidates to its published result. */
public final class JooqReconciliations implements Reconciliations {

    private static final List<String> WORK_TABLES =
            List.of("left_item", "right_item", "pair", "bundle", "found_break", "standing");

    private final DSLContext database;
    private final Lags lags;
    private final Clock clock;

    public JooqReconciliations(DSLContext database, Lags lags, Clock clock) {
        this.database = database;
        this.lags = lags;
        this.clock = clock;
    }

    @Override
    public int takeSources(LocalDate businessDate) {
        refuseDateBefore(businessDate, lastPublished());
        return database.transactionResult(transaction -> TakenSources.take(DSL.using(transaction), businessDate));
    }

    @Override
    public Outcome reconcile(ReconciliationSpec spec, LocalDate businessDate) {
        refuseDateBefore(businessDate, publishedDateOf(spec));
        return database.transactionResult(transaction -> reconcile(spec, businessDate, transaction));
    }

    private Outcome reconcile(ReconciliationSpec spec, LocalDate businessDate, Configuration transaction) {
        // One snapshot for all statements: what commits meanwhile belongs to the next run.
        DSL.using(transaction).execute("set transaction isolation level repeatable read");
        DSLContext sql = TemporaryTables.create(transaction, WORK_TABLES);
        EarlierRun earlier = new EarlierRun(sql, spec, businessDate);
        if (earlier.exists()) {
            if (Candidates.of(spec, sql).newSources().isEmpty()) {
                return Outcome.UNCHANGED;
            }
            earlier.takeBack(spec);
        }
        Candidates candidates = Candidates.of(spec, sql);
        new RoleItems(candidates, spec, lags, businessDate).fill(spec);
        Standings standings = new Standings(sql);
        standings.setAsideAfter(businessDate);
        Results results = Results.counting(sql, spec, businessDate);
        new MatchRules(sql, new Groups(sql, businessDate)).apply(spec);
        // Break rules look for matches, those of this run among them.
        sql.execute("analyze reconciliation.match_group, reconciliation.group_member");
        new BreakRules(sql, standings, businessDate).apply(spec);
        standings.setAsideOtherBusiness();
        standings.restIsInTransit();
        new FileBreaks(sql, businessDate).find(spec);
        Publication publication = new Publication(sql, spec, businessDate);
        publication.publishBreaks();
        publication.publishOpenItems();
        publication.rememberSources(candidates.newSources());
        results.publish(OffsetDateTime.now(clock));
        // Whoever reads what was just published should not wait for the server to learn how much it is.
        sql.execute("analyze reconciliation.open_item, reconciliation.break");
        return Outcome.PUBLISHED;
    }

    private Optional<LocalDate> publishedDateOf(ReconciliationSpec spec) {
        return Optional.ofNullable(database.select(max(RESULT.BUSINESS_DATE))
                .from(RESULT)
                .where(RESULT.DEFINITION_ID.eq(spec.lead().id()))
                .fetchOne(0, LocalDate.class));
    }

    private static void refuseDateBefore(LocalDate businessDate, Optional<LocalDate> published) {
        published.filter(last -> last.isAfter(businessDate)).ifPresent(last -> {
            throw new OpsException(
                    ErrorCode.DATE_ALREADY_PASSED,
                    "%s cannot be run: %s is published already, and only that date or a later one can be run"
                            .formatted(businessDate, last));
        });
    }

    @Override
    public Outcome checkLaws(LocalDate businessDate) {
        return database.transactionResult(transaction -> new Laws(DSL.using(transaction), businessDate).check());
    }

    @Override
    public Optional<LocalDate> lastPublished() {
        return Optional.ofNullable(
                database.select(max(RESULT.BUSINESS_DATE)).from(RESULT).fetchOne(0, LocalDate.class));
    }
}
