package dev.comanda.ops.casework.persistence;

import static dev.comanda.sql.casework.Tables.WORK_CASE;

import dev.comanda.sql.casework.tables.records.WorkCaseRecord;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * What one person does, within one transaction.
 *
 * @param sql the context of the transaction
 */
record Act(DSLContext sql, String person, Clock clock) {

    Instant now() {
        return clock.instant();
    }

    /** The case, locked until the end of the transaction: whoever comes second sees what the first one did. */
    Optional<WorkCaseRecord> locked(UUID id) {
        return sql.selectFrom(WORK_CASE)
                .where(WORK_CASE.CASE_ID.eq(id))
                .forUpdate()
                .fetchOptional();
    }

    /** Stores what was set on the case, which no night takes back from now on, and tells of it. */
    void change(WorkCaseRecord row, String kind, String detail) {
        row.setIsTouched(true);
        row.store();
        new JooqTimeline(sql, clock).tell(row.getCaseId(), person, kind, detail);
    }
}
