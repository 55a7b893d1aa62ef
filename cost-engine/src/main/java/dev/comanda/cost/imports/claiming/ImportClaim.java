package dev.comanda.cost.imports.claiming;

import static dev.comanda.sql.cost.Tables.IMPORT_REQUEST;

import dev.comanda.cost.imports.ImportRequest.Status;
import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import dev.comanda.sql.cost.tables.records.ImportRequestRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The right to run the import that was asked for first. It is an advisory lock of a connection of its own, of which there is one in
 * a database: a request that is RUNNING while nobody holds it was left by a process that died, and is taken up again.
 */
public final class ImportClaim implements AutoCloseable {

    private static final String LOCK = "hashtext('cost.import_request'), 0";

    /** What came of each period that was looked at. */
    public record Counts(int imported, int unchanged, int refused) {}

    private final Connection connection;
    private final DSLContext sql;
    private final Clock clock;
    private final ImportRequestRecord request;

    private ImportClaim(Connection connection, DSLContext sql, Clock clock, ImportRequestRecord request) {
        this.connection = connection;
        this.sql = sql;
        this.clock = clock;
        this.request = request;
    }

    /** Claims the request that waits longest; empty where nothing waits, or an import runs. */
    public static Optional<ImportClaim> takeNext(DataSource dataSource, Clock clock) {
        try {
            Connection connection = dataSource.getConnection();
            try {
                DSLContext sql = DSL.using(connection, SQLDialect.POSTGRES);
                ImportRequestRecord request = claim(sql, OffsetDateTime.now(clock));
                if (request != null) {
                    return Optional.of(new ImportClaim(connection, sql, clock, request));
                }
            } catch (RuntimeException e) {
                connection.close();
                throw e;
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException e) {
            throw new OpsException(ErrorCode.DATABASE_UNAVAILABLE, "the database gives no connection for imports", e);
        }
    }

    private static @Nullable ImportRequestRecord claim(DSLContext sql, OffsetDateTime now) {
        boolean wanted =
                sql.fetchExists(IMPORT_REQUEST, IMPORT_REQUEST.STATUS.in(Status.WAITING.name(), Status.RUNNING.name()));
        if (!wanted || !Boolean.TRUE.equals(sql.fetchValue("select pg_try_advisory_lock(" + LOCK + ")"))) {
            return null;
        }
        ImportRequestRecord request = null;
        try {
            request = next(sql, now);
        } finally {
            if (request == null) {
                unlock(sql);
            }
        }
        return request;
    }

    private static @Nullable ImportRequestRecord next(DSLContext database, OffsetDateTime now) {
        return database.<@Nullable ImportRequestRecord>transactionResult(transaction -> {
            DSLContext sql = transaction.dsl();
            sql.update(IMPORT_REQUEST)
                    .set(IMPORT_REQUEST.STATUS, Status.WAITING.name())
                    .setNull(IMPORT_REQUEST.STARTED_AT)
                    .where(IMPORT_REQUEST.STATUS.eq(Status.RUNNING.name()))
                    .execute();
            ImportRequestRecord next = sql.selectFrom(IMPORT_REQUEST)
                    .where(IMPORT_REQUEST.STATUS.eq(Status.WAITING.name()))
                    .orderBy(IMPORT_REQUEST.REQUEST_ID)
                    .limit(1)
                    .fetchOne();
            if (next != null) {
                next.setStatus(Status.RUNNING.name());
                next.setStartedAt(now);
                next.store();
            }
            return next;
        });
    }

    /** What to import: a folder or {@code s3://bucket/prefix}, or several with commas between them. */
    public String source() {
        return request.getSource();
    }

    /** Ends the request: every source was looked through. */
    public void done(Counts counts) {
        end(Status.DONE, counts, null);
    }

    /** Ends the request with the sentence of what went wrong. */
    public void failed(Counts counts, String sentence) {
        end(Status.FAILED, counts, sentence);
    }

    private void end(Status status, Counts counts, @Nullable String failure) {
        sql.update(IMPORT_REQUEST)
                .set(IMPORT_REQUEST.STATUS, status.name())
                .set(IMPORT_REQUEST.ENDED_AT, OffsetDateTime.now(clock))
                .set(IMPORT_REQUEST.IMPORTED, counts.imported())
                .set(IMPORT_REQUEST.UNCHANGED, counts.unchanged())
                .set(IMPORT_REQUEST.REFUSED, counts.refused())
                .set(IMPORT_REQUEST.FAILURE, failure)
                .where(IMPORT_REQUEST.REQUEST_ID.eq(request.getRequestId()))
                .execute();
    }

    /** Lets the request wait again: another import, that nobody asked for here, is under way. */
    public void putBack() {
        sql.update(IMPORT_REQUEST)
                .set(IMPORT_REQUEST.STATUS, Status.WAITING.name())
                .setNull(IMPORT_REQUEST.STARTED_AT)
                .where(IMPORT_REQUEST.REQUEST_ID.eq(request.getRequestId()))
                .execute();
    }

    @Override
    public void close() {
        try (connection) {
            unlock(sql);
        } catch (SQLException e) {
            throw new OpsException(
                    ErrorCode.DATABASE_UNAVAILABLE, "the import's connection could not be given back", e);
        }
    }

    private static void unlock(DSLContext sql) {
        sql.execute("select pg_advisory_unlock(" + LOCK + ")");
    }
}
