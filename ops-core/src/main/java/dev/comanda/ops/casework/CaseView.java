package dev.comanda.ops.casework;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case as people see it.
 *
 * @param cause why there is a case: a break type, a law or a reject reason
 * @param subject what it is about, named by references
 * @param reconciliation the name under which a break was found; absent for findings and rejects
 * @param openedOn the business date whose night opened it
 * @param amount the money at stake, never negative, in {@code currency}; 0 where there is none
 * @param owner the team that decides if a person must
 * @param dueAt until when a person must have decided; absent while a policy waits
 * @param resolution how it was closed: an action, or MATCHED, REPLAYED, WITHDRAWN, WON; absent until then
 * @param closedBy the person who closed it; absent where the night did
 * @param reopenings how often it was opened again
 */
public record CaseView(
        UUID id,
        CaseKind kind,
        String cause,
        String subject,
        @Nullable String reconciliation,
        LocalDate openedOn,
        @Nullable String currency,
        BigDecimal amount,
        CaseStatus status,
        String owner,
        @Nullable String assignee,
        Priority priority,
        @Nullable Instant dueAt,
        @Nullable String resolution,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        int reopenings) {

    public boolean isOpen() {
        return status != CaseStatus.CLOSED;
    }

    /** The first eight characters of the id, by which people speak of it. */
    public String shortId() {
        return id.toString().substring(0, 8);
    }
}
