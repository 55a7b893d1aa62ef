package dev.comanda.ops.jobcontrol.claiming;

import static dev.comanda.sql.jobcontrol.Tables.JOB_REQUEST;

import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import dev.comanda.sql.jobcontrol.tables.records.JobRequestRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The right to run what somebody asked for. Besides the status of the request it holds an advisory lock of a connection of
 * its own: a request that is CLAIMED without that lock was left by a process that died, and is taken up again.
 */
public final class RequestClaim implements AutoCloseable {

    /** The first key of the advisory locks; the second is the request. */
    private static final int REQUEST_LOCKS = 0x72657175;

    private static final String NEXT =
            """
            select r.* from jobcontrol.job_request r
            where r.job = 'nightly' and (r.status = 'WAITING' or r.status = 'CLAIMED' and not exists (
                select from pg_catalog.pg_locks l
                where l.locktype = 'advisory' and l.objsubid = 2 and l.classid = ?::oid and l.objid = r.request_id::oid
                    and l.database = (select d.oid from pg_catalog.pg_database d where d.datname = current_database())))
            order by r.request_id limit 1 for update of r skip locked
            """;

    private final Connection connection;
    private final DSLContext sql;
    private final Clock clock;
    private final JobRequestRecord request;

    private RequestClaim(Connection connection, DSLContext sql, Clock clock, JobRequestRecord request) {
        this.connection = connection;
        this.sql = sql;
        this.clock = clock;
        this.request = request;
    }

    /**
     * Claims the request that waits longest.
     *
     * @param claimedBy the name of the worker, for people who look at the request
     * @return empty where nothing waits
     */
    public static Optional<RequestClaim> takeNext(DataSource dataSource, String claimedBy, Clock clock) {
        try {
            Connection connection = dataSource.getConnection();
            try {
                DSLContext sql = DSL.using(connection, SQLDialect.POSTGRES);
                JobRequestRecord request = claim(sql, claimedBy, OffsetDateTime.now(clock));
                if (request != null) {
                    return Optional.of(new RequestClaim(connection, sql, clock, request));
                }
            } catch (RuntimeException e) {
                connection.close();
                throw e;
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException e) {
            throw new OpsException(ErrorCode.DATABASE_UNAVAILABLE, "the database gives no connection for requests", e);
        }
    }

    private static @Nullable JobRequestRecord claim(DSLContext database, String claimedBy, OffsetDateTime now) {
        return database.<@Nullable JobRequestRecord>transactionResult(transaction -> {
            DSLContext sql = DSL.using(transaction);
            Record next = sql.fetchOne(NEXT, REQUEST_LOCKS);
            if (next == null) {
                return null;
            }
            JobRequestRecord request = next.into(JOB_REQUEST);
            // Before the commit that shows CLAIMED, so that nobody sees the status without its lock.
            if (!Boolean.TRUE.equals(
                    sql.fetchValue("select pg_try_advisory_lock(?, ?)", REQUEST_LOCKS, key(request)))) {
                return null;
            }
            sql.update(JOB_REQUEST)
                    .set(JOB_REQUEST.STATUS, "CLAIMED")
                    .set(JOB_REQUEST.CLAIMED_BY, claimedBy)
                    .set(JOB_REQUEST.CLAIMED_AT, now)
                    .where(JOB_REQUEST.REQUEST_ID.eq(request.getRequestId()))
                    .execute();
            return request;
        });
    }

    private static int key(JobRequestRecord request) {
        return Math.toIntExact(request.getRequestId());
    }

    public LocalDate businessDate() {
        return request.getBusinessDate();
    }

    /** The folder that the night reads. */
    public String inbox() {
        return request.getInbox();
    }

    public void done() {
        end("DONE", null);
    }

    /** Ends the request with the sentence of what went wrong. */
    public void failed(String sentence) {
        end("FAILED", sentence);
    }

    private void end(String status, @Nullable String outcome) {
        sql.update(JOB_REQUEST)
                .set(JOB_REQUEST.STATUS, status)
                .set(JOB_REQUEST.ENDED_AT, OffsetDateTime.now(clock))
                .set(JOB_REQUEST.OUTCOME, outcome)
                .where(JOB_REQUEST.REQUEST_ID.eq(request.getRequestId()))
                .execute();
    }

    /** Lets the request wait again: its time has not come. */
    public void putBack() {
        sql.update(JOB_REQUEST)
                .set(JOB_REQUEST.STATUS, "WAITING")
                .setNull(JOB_REQUEST.CLAIMED_BY)
                .setNull(JOB_REQUEST.CLAIMED_AT)
                .where(JOB_REQUEST.REQUEST_ID.eq(request.getRequestId()))
                .execute();
    }

    @Override
    public void close() {
        try (connection) {
            sql.execute("select pg_advisory_unlock(?, ?)", REQUEST_LOCKS, key(request));
        } catch (SQLException e) {
            throw new OpsException(
                    ErrorCode.DATABASE_UNAVAILABLE, "the request's connection could not be given back", e);
        }
    }
}
