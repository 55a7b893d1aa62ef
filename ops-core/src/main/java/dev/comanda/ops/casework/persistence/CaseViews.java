package dev.comanda.ops.casework.persistence;

import dev.comanda.ops.casework.CaseKind;
import dev.comanda.ops.casework.CaseStatus;
import dev.comanda.ops.casework.CaseView;
import dev.comanda.ops.casework.Priority;
import dev.comanda.sql.casework.tables.records.WorkCaseRecord;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Rows as people see them. */
final class CaseViews {

    private CaseViews() {}

    static CaseView of(WorkCaseRecord row) {
        return new CaseView(
                row.getCaseId(),
                CaseKind.valueOf(row.getKind()),
                row.getCause(),
                row.getSubject(),
                row.getReconciliation(),
                row.getOpenedOn(),
                row.getCurrency(),
                row.getAmount(),
                CaseStatus.valueOf(row.getStatus()),
                row.getOwner(),
                row.getAssignee(),
                Priority.ofLevel(row.getPriority()),
                instant(row.getDueAt()),
                row.getResolution(),
                instant(row.getClosedAt()),
                row.getClosedBy(),
                row.getReopenings());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
