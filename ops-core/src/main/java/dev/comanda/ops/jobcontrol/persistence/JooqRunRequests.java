package dev.comanda.ops.jobcontrol.persistence;

import static dev.comanda.sql.audit.Tables.ENTRY;
import static dev.comanda.sql.jobcontrol.Tables.JOB_REQUEST;

import dev.comanda.ops.jobcontrol.RunRequests;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Requests for runs in PostgreSQL, each with an entry in the audit trail. */
public final class JooqRunRequests implements RunRequests {

    private static final String NIGHTLY = "nightly";

    private final DSLContext database;
    private final Clock clock;

    public JooqRunRequests(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Outcome askForNight(LocalDate businessDate, String inbox, String requestedBy) {
        return database.transactionResult(transaction -> {
            DSLContext sql = DSL.using(transaction);
            // A double click must not run a date twice: two who ask at once stand in line here.
            sql.execute("lock table jobcontrol.job_request in share row exclusive mode");
            if (sql.fetchExists(
                    JOB_REQUEST,
                    JOB_REQUEST.JOB.eq(NIGHTLY),
                    JOB_REQUEST.BUSINESS_DATE.eq(businessDate),
                    JOB_REQUEST.STATUS.eq("WAITING"))) {
                return Outcome.ALREADY_WAITING;
            }
            insert(sql, businessDate, inbox, requestedBy);
            return Outcome.ASKED;
        });
    }

    @Override
    public Outcome askForScheduledNight(LocalDate businessDate, String inbox, Instant scheduledFor) {
        int asked = database.insertInto(JOB_REQUEST)
                .set(JOB_REQUEST.JOB, NIGHTLY)
                .set(JOB_REQUEST.BUSINESS_DATE, businessDate)
                .set(JOB_REQUEST.INBOX, inbox)
                .set(JOB_REQUEST.REQUESTED_BY, "schedule")
                .set(JOB_REQUEST.REQUESTED_AT, OffsetDateTime.now(clock))
                .set(JOB_REQUEST.SCHEDULED_FOR, scheduledFor.atOffset(ZoneOffset.UTC))
                .onConflictDoNothing()
                .execute();
        return asked == 1 ? Outcome.ASKED : Outcome.ALREADY_WAITING;
    }

    private void insert(DSLContext sql, LocalDate businessDate, String inbox, String requestedBy) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        sql.insertInto(JOB_REQUEST)
                .set(JOB_REQUEST.JOB, NIGHTLY)
                .set(JOB_REQUEST.BUSINESS_DATE, businessDate)
                .set(JOB_REQUEST.INBOX, inbox)
                .set(JOB_REQUEST.REQUESTED_BY, requestedBy)
                .set(JOB_REQUEST.REQUESTED_AT, now)
                .execute();
        sql.insertInto(ENTRY)
                .set(ENTRY.HAPPENED_AT, now)
                .set(ENTRY.ACTOR, requestedBy)
                .set(ENTRY.ACTION, "run requested")
                .set(ENTRY.SUBJECT, NIGHTLY + " " + businessDate)
                .set(ENTRY.DETAIL, "inbox " + inbox)
                .execute();
    }
}
