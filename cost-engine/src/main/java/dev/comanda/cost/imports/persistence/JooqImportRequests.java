package dev.comanda.cost.imports.persistence;

import static dev.comanda.sql.audit.Tables.ENTRY;
import static dev.comanda.sql.cost.Tables.IMPORT_REQUEST;

import dev.comanda.cost.imports.ImportRequest;
import dev.comanda.cost.imports.ImportRequest.Status;
import dev.comanda.cost.imports.ImportRequests;
import dev.comanda.sql.cost.tables.records.ImportRequestRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Requests for imports in PostgreSQL; those of people have an entry in the audit trail. */
public final class JooqImportRequests implements ImportRequests {

    private final DSLContext database;
    private final Clock clock;

    public JooqImportRequests(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Outcome ask(String source, String requestedBy) {
        return database.transactionResult(transaction -> {
            DSLContext sql = transaction.dsl();
            Outcome outcome = insert(sql, source, requestedBy, null);
            if (outcome == Outcome.ASKED) {
                sql.insertInto(ENTRY)
                        .set(ENTRY.HAPPENED_AT, OffsetDateTime.now(clock))
                        .set(ENTRY.ACTOR, requestedBy)
                        .set(ENTRY.ACTION, "import requested")
                        .set(ENTRY.SUBJECT, "bill of the cloud")
                        .set(ENTRY.DETAIL, "source " + source)
                        .execute();
            }
            return outcome;
        });
    }

    @Override
    public Outcome askForScheduled(String source, Instant scheduledFor) {
        return insert(database, source, SCHEDULE, scheduledFor.atOffset(ZoneOffset.UTC));
    }

    private Outcome insert(DSLContext sql, String source, String requestedBy, @Nullable OffsetDateTime scheduledFor) {
        int asked = sql.insertInto(IMPORT_REQUEST)
                .set(IMPORT_REQUEST.SOURCE, source)
                .set(IMPORT_REQUEST.REQUESTED_BY, requestedBy)
                .set(IMPORT_REQUEST.REQUESTED_AT, OffsetDateTime.now(clock))
                .set(IMPORT_REQUEST.SCHEDULED_FOR, scheduledFor)
                .onConflictDoNothing()
                .execute();
        return asked == 1 ? Outcome.ASKED : Outcome.UNDER_WAY;
    }

    @Override
    public List<ImportRequest> latest(int limit) {
        return database.selectFrom(IMPORT_REQUEST)
                .orderBy(IMPORT_REQUEST.REQUEST_ID.desc())
                .limit(limit)
                .fetch(JooqImportRequests::request);
    }

    private static ImportRequest request(ImportRequestRecord row) {
        return new ImportRequest(
                row.getRequestId(),
                row.getSource(),
                row.getRequestedBy(),
                row.getRequestedAt().toInstant(),
                Status.valueOf(row.getStatus()),
                row.getEndedAt() == null ? null : row.getEndedAt().toInstant(),
                row.getImported(),
                row.getUnchanged(),
                row.getRefused(),
                row.getFailure());
    }
}
