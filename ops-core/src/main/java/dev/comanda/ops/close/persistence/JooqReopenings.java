package dev.comanda.ops.close.persistence;

import static dev.comanda.sql.approval.Tables.REQUEST;
import static dev.comanda.sql.ledger.Tables.LIFTED_SIGN_OFF;
import static dev.comanda.sql.ledger.Tables.REOPENING;
import static dev.comanda.sql.ledger.Tables.SIGNED_OFF;

import dev.comanda.ops.approval.Proposal;
import dev.comanda.ops.approval.Proposal.Kind;
import dev.comanda.ops.approval.Proposals;
import dev.comanda.ops.close.Reopening;
import dev.comanda.ops.close.Reopenings;
import dev.comanda.sql.ledger.tables.records.SignedOffRecord;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Result;
import org.jooq.impl.DSL;

/** Reopenings in PostgreSQL: approval, history and the end of the sign-offs are there together or not at all. */
public final class JooqReopenings implements Reopenings {

    private static final int MOST_WAITING = 100;

    private final DSLContext database;
    private final Function<DSLContext, Proposals> proposals;
    private final Clock clock;

    /** @param proposals made from the context of the transaction in which they are decided */
    public JooqReopenings(DSLContext database, Function<DSLContext, Proposals> proposals, Clock clock) {
        this.database = database;
        this.proposals = proposals;
        this.clock = clock;
    }

    @Override
    public Outcome propose(LocalDate businessDate, String reason, String person) {
        if (reason.isBlank() || reason.strip().length() > Proposals.MOST_CHARACTERS) {
            return Outcome.NO_REASON;
        }
        if (!database.fetchExists(SIGNED_OFF, SIGNED_OFF.BUSINESS_DATE.eq(businessDate))) {
            return Outcome.NOT_SIGNED_OFF;
        }
        String payload = payload(signedOffFrom(database, businessDate));
        return outcome(proposals
                .apply(database)
                .propose(new Proposals.Wish(Kind.DATE_REOPENING, businessDate.toString(), payload, reason), person));
    }

    @Override
    public Outcome approve(long proposal, String person) {
        return database.transactionResult(transaction -> {
            DSLContext sql = DSL.using(transaction);
            sql.execute("lock table ledger.signed_off in share row exclusive mode");
            Proposals within = proposals.apply(sql);
            Optional<LocalDate> date = dateOf(within, proposal);
            if (date.isEmpty()) {
                return Outcome.NOT_FOUND;
            }
            Result<SignedOffRecord> lifted = signedOffFrom(sql, date.get());
            Outcome outcome = outcome(within.approve(proposal, payload(lifted), person));
            if (outcome == Outcome.DONE) {
                reopen(sql, proposal, date.get(), lifted);
            }
            return outcome;
        });
    }

    private static Optional<LocalDate> dateOf(Proposals proposals, long proposal) {
        return proposals
                .find(proposal)
                .filter(each -> each.kind() == Kind.DATE_REOPENING)
                .map(each -> LocalDate.parse(each.subject()));
    }

    private void reopen(DSLContext sql, long proposal, LocalDate date, Result<SignedOffRecord> lifted) {
        sql.insertInto(REOPENING)
                .set(REOPENING.REQUEST_ID, proposal)
                .set(REOPENING.BUSINESS_DATE, date)
                .set(REOPENING.REOPENED_AT, OffsetDateTime.now(clock))
                .execute();
        for (SignedOffRecord each : lifted) {
            sql.insertInto(LIFTED_SIGN_OFF)
                    .set(LIFTED_SIGN_OFF.REQUEST_ID, proposal)
                    .set(LIFTED_SIGN_OFF.BUSINESS_DATE, each.getBusinessDate())
                    .set(LIFTED_SIGN_OFF.SIGNED_OFF_AT, each.getSignedOffAt())
                    .set(LIFTED_SIGN_OFF.SIGNED_OFF_BY, each.getSignedOffBy())
                    .execute();
        }
        sql.deleteFrom(SIGNED_OFF).where(SIGNED_OFF.BUSINESS_DATE.ge(date)).execute();
    }

    @Override
    public Outcome refuse(long proposal, String reason, String person) {
        if (reason.isBlank()) {
            return Outcome.NO_REASON;
        }
        return database.transactionResult(transaction -> {
            Proposals within = proposals.apply(DSL.using(transaction));
            return dateOf(within, proposal).isEmpty()
                    ? Outcome.NOT_FOUND
                    : outcome(within.refuse(proposal, reason, person));
        });
    }

    @Override
    public List<Proposal> waiting() {
        return proposals.apply(database).waiting(Kind.DATE_REOPENING, 0, MOST_WAITING);
    }

    @Override
    public List<Reopening> history(YearMonth month) {
        var within = LIFTED_SIGN_OFF.BUSINESS_DATE.between(month.atDay(1), month.atEndOfMonth());
        return database.select(
                        REOPENING.REQUEST_ID,
                        REQUEST.REASON,
                        REQUEST.REQUESTED_BY,
                        REQUEST.DECIDED_BY,
                        REOPENING.REOPENED_AT)
                .from(REOPENING)
                .join(REQUEST)
                .on(REQUEST.REQUEST_ID.eq(REOPENING.REQUEST_ID))
                .where(DSL.exists(DSL.selectOne()
                        .from(LIFTED_SIGN_OFF)
                        .where(LIFTED_SIGN_OFF.REQUEST_ID.eq(REOPENING.REQUEST_ID))
                        .and(within)))
                .orderBy(REOPENING.REQUEST_ID.desc())
                .fetch(row -> new Reopening(
                        row.value1(),
                        liftedBy(row.value1()),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5().toInstant()));
    }

    private List<LocalDate> liftedBy(long request) {
        return database.select(LIFTED_SIGN_OFF.BUSINESS_DATE)
                .from(LIFTED_SIGN_OFF)
                .where(LIFTED_SIGN_OFF.REQUEST_ID.eq(request))
                .orderBy(LIFTED_SIGN_OFF.BUSINESS_DATE)
                .fetch(LIFTED_SIGN_OFF.BUSINESS_DATE);
    }

    private static Result<SignedOffRecord> signedOffFrom(DSLContext sql, LocalDate date) {
        return sql.selectFrom(SIGNED_OFF)
                .where(SIGNED_OFF.BUSINESS_DATE.ge(date))
                .orderBy(SIGNED_OFF.BUSINESS_DATE)
                .fetch();
    }

    /** Every sign-off that would end: one more or one less, and it is another proposal. */
    private static String payload(Result<SignedOffRecord> lifted) {
        return lifted.stream()
                .map(each -> each.getBusinessDate() + " signed off at "
                        + each.getSignedOffAt().toInstant())
                .collect(Collectors.joining("\n", "reopen\n", ""));
    }

    private static Outcome outcome(Proposals.Result result) {
        return Outcome.valueOf(result.name());
    }
}
