package dev.comanda.ops.posting.persistence;

import static dev.comanda.sql.ledger.Tables.POSTED_DATE;
import static dev.comanda.sql.ledger.Tables.SIGNED_OFF;
import static dev.comanda.sql.reconciliation.Tables.TAKEN_SOURCE;
import static org.jooq.impl.DSL.max;

import dev.comanda.ops.copy.TemporaryTables;
import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import dev.comanda.ops.ledger.Ledger;
import dev.comanda.ops.ledger.Proof;
import dev.comanda.ops.ledger.loading.JournalLoad;
import dev.comanda.ops.posting.Posting;
import dev.comanda.sql.reconciliation.Routines;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Posts in PostgreSQL: what a date should hold is planned by the rules, and the ledger posts what is not there yet. */
public final class JooqPosting implements Posting {

    private final DSLContext database;
    private final Ledger ledger;
    private final Clock clock;

    public JooqPosting(DSLContext database, Ledger ledger, Clock clock) {
        this.database = database;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public Outcome post(LocalDate businessDate) {
        JournalLoad.Outcome written = database.transactionResult(transaction -> post(businessDate, transaction));
        List<Proof> differing = ledger.proofs(businessDate).stream()
                .filter(proof -> !proof.holds())
                .toList();
        return new Outcome(written.journals(), written.transfers(), differing);
    }

    private JournalLoad.Outcome post(LocalDate businessDate, Configuration transaction) {
        // One snapshot for all statements; the lock, taken before it, keeps a sign-off and another posting out until
        // the end.
        transaction.dsl().execute("set transaction isolation level repeatable read");
        transaction.dsl().execute("lock table ledger.signed_off in share row exclusive mode");
        DSLContext sql = TemporaryTables.create(
                transaction,
                Stream.concat(JournalLoad.workTables().stream(), CaseRules.workTables().stream())
                        .toList());
        refuseDateBefore(businessDate, lastPosted(sql, PostingWindow.AFTER_ALL));
        LocalDate previous = lastPosted(sql, businessDate);
        boolean isBehind = isBehind(sql, previous);
        if (!isBehind && isPosted(sql, businessDate)) {
            return JournalLoad.Outcome.NOTHING;
        }
        if (isBehind) {
            postDate(sql, previous, lastPosted(sql, previous));
        }
        JournalLoad.Outcome written = postDate(sql, businessDate, previous);
        Proofs.prove(sql, businessDate);
        sql.execute("analyze ledger.journal, ledger.transfer");
        return written;
    }

    private static void refuseDateBefore(LocalDate businessDate, LocalDate posted) {
        if (posted.isAfter(businessDate)) {
            throw new OpsException(
                    ErrorCode.DATE_ALREADY_PASSED,
                    "%s cannot be posted: %s is posted already, and only that date or a later one can be posted"
                            .formatted(businessDate, posted));
        }
    }

    private static LocalDate lastPosted(DSLContext sql, LocalDate before) {
        @Nullable
        LocalDate last = sql.select(max(POSTED_DATE.BUSINESS_DATE))
                .from(POSTED_DATE)
                .where(POSTED_DATE.BUSINESS_DATE.lt(before))
                .fetchOne(0, LocalDate.class);
        return last == null ? PostingWindow.BEFORE_ALL : last;
    }

    /** Whether a date was run again after it was posted, and not posted again. */
    private static boolean isBehind(DSLContext sql, LocalDate date) {
        return sql.fetchExists(
                        POSTED_DATE, POSTED_DATE.BUSINESS_DATE.eq(date).and(POSTED_DATE.SOURCES.ne(sources(sql, date))))
                && !sql.fetchExists(SIGNED_OFF, SIGNED_OFF.BUSINESS_DATE.ge(date));
    }

    /** Whether a date was posted of all that there is for it. */
    private static boolean isPosted(DSLContext sql, LocalDate date) {
        return sql.fetchExists(
                POSTED_DATE,
                POSTED_DATE.BUSINESS_DATE.eq(date),
                POSTED_DATE.SOURCES.eq(sources(sql, date)),
                POSTED_DATE.DIGEST.eq(Routines.digestOf(DSL.val(date))));
    }

    private static long sources(DSLContext sql, LocalDate date) {
        return sql.fetchCount(TAKEN_SOURCE, TAKEN_SOURCE.BUSINESS_DATE.le(date));
    }

    private JournalLoad.Outcome postDate(DSLContext sql, LocalDate date, LocalDate previous) {
        PostingWindow window = PostingWindow.of(sql, date, previous);
        List<FactRule> facts = new ArrayList<>(OrderRules.of(window));
        facts.addAll(MarketplaceRules.of(window));
        facts.addAll(ProviderRules.of(window));
        facts.forEach(rule -> rule.plan(sql));
        GroupRules.plan(sql, window);
        List<UUID> cases = CaseRules.plan(sql, window);
        OffsetDateTime now = OffsetDateTime.now(clock);
        JournalLoad.Outcome written = new JournalLoad(sql, date, now).post(cases);
        sql.insertInto(POSTED_DATE)
                .set(POSTED_DATE.BUSINESS_DATE, date)
                .set(POSTED_DATE.POSTED_AT, now)
                .set(POSTED_DATE.SOURCES, sources(sql, date))
                .set(POSTED_DATE.DIGEST, Routines.digestOf(DSL.val(date)))
                .onConflict(POSTED_DATE.BUSINESS_DATE)
                .doUpdate()
                .setAllToExcluded()
                .execute();
        return written;
    }
}
