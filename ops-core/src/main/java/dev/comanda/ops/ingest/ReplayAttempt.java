package dev.comanda.ops.ingest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reject that was sent again, and what came of it.
 *
 * @param corrected whether something else was sent than what came
 * @param sent the bytes that were sent
 * @param takenAt when it was read again; null while it waits
 * @param source the source that the replay is, once it was read
 * @param outcome ACCEPTED, DUPLICATE, REJECTED or IGNORED; null while it waits
 * @param reason why it was rejected again, where it was
 */
// The bytes are shown and never compared, so identity equality of the array does no harm.
@SuppressWarnings("ArrayRecordComponent")
public record ReplayAttempt(
        long reject,
        String requestedBy,
        Instant requestedAt,
        boolean corrected,
        byte[] sent,
        @Nullable Instant takenAt,
        @Nullable Long source,
        @Nullable String outcome,
        @Nullable String reason,
        @Nullable String sentence) {

    public boolean waits() {
        return takenAt == null;
    }
}
