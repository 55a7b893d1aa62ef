package dev.comanda.ops.jobcontrol.claiming;

import static dev.comanda.sql.jobcontrol.Tables.NIGHT;

import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The right to run a night. It rests on an advisory lock of a connection of its own, which the server gives back when its
 * process dies: whoever holds the lock knows that a night that still says RUNNING was killed.
 */
public final class NightClaim implements AutoCloseable {

    /** The key of the advisory lock: one night at a time, whatever its date. */
    private static final long NIGHT_LOCK = 0x636f6d616e6461L;

    private final Connection connection;
    private final DSLContext sql;
    private final LocalDate businessDate;
    private final Clock clock;

    private NightClaim(Connection connection, LocalDate businessDate, Clock clock) {
        this.connection = connection;
        this.sql = DSL.using(connection, SQLDialect.POSTGRES);
        this.businessDate = businessDate;
        this.clock = clock;
    }

    /**
     * Claims the night of a date.
     *
     * @throws OpsException with {@code RUN_IN_PROGRESS} while another process runs a night
     */
    public static NightClaim take(DataSource dataSource, LocalDate businessDate, Clock clock) {
        try {
            Connection connection = dataSource.getConnection();
            NightClaim claim = new NightClaim(connection, businessDate, clock);
            try {
                claim.lock();
                claim.begin();
                return claim;
            } catch (RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new OpsException(ErrorCode.DATABASE_UNAVAILABLE, "the database gives no connection for the night", e);
        }
    }

    private void lock() {
        Boolean locked =
                sql.fetchSingle("select pg_try_advisory_lock(?)", NIGHT_LOCK).get(0, Boolean.class);
        if (!Boolean.TRUE.equals(locked)) {
            throw new OpsException(
                    ErrorCode.RUN_IN_PROGRESS,
                    "the night of %s cannot start: another process is running a night; wait for it to end, then start again"
                            .formatted(businessDate));
        }
    }

    private void begin() {
        OffsetDateTime now = OffsetDateTime.now(clock);
        sql.update(NIGHT)
                .set(NIGHT.STATUS, "FAILED")
                .set(NIGHT.ENDED_AT, now)
                .set(NIGHT.FAILURE, "its process ended before the night did")
                .where(NIGHT.STATUS.eq("RUNNING"))
                .execute();
        sql.insertInto(NIGHT)
                .set(NIGHT.BUSINESS_DATE, businessDate)
                .set(NIGHT.STATUS, "RUNNING")
                .set(NIGHT.STARTED_AT, now)
                .onConflict(NIGHT.BUSINESS_DATE)
                .doUpdate()
                .set(NIGHT.STATUS, "RUNNING")
                .set(NIGHT.STARTED_AT, now)
                .setNull(NIGHT.ENDED_AT)
                .setNull(NIGHT.FAILURE)
                .execute();
    }

    /** Says how the night ended. */
    public void end(@Nullable String failure) {
        sql.update(NIGHT)
                .set(NIGHT.STATUS, failure == null ? "COMPLETED" : "FAILED")
                .set(NIGHT.ENDED_AT, OffsetDateTime.now(clock))
                .set(NIGHT.FAILURE, failure)
                .where(NIGHT.BUSINESS_DATE.eq(businessDate))
                .execute();
    }

    /** Says which execution runs the night of a date, as soon as it begins: its steps can be watched by it. */
    public static void begun(DSLContext database, LocalDate businessDate, long executionId) {
        database.update(NIGHT)
                .set(NIGHT.EXECUTION_ID, executionId)
                .where(NIGHT.BUSINESS_DATE.eq(businessDate))
                .execute();
    }

    @Override
    public void close() {
        sql.execute("select pg_advisory_unlock(?)", NIGHT_LOCK);
        try {
            connection.close();
        } catch (SQLException e) {
            throw new OpsException(ErrorCode.DATABASE_UNAVAILABLE, "the night's connection could not be given back", e);
        }
    }
}
