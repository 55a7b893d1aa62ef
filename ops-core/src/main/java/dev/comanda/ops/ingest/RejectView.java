package dev.comanda.ops.ingest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be taken, with the bytes that came.
 *
 * @param raw the first bytes of the record
 * @param rawLength how many bytes the record had
 */
// The bytes are shown and never compared, so identity equality of the array does no harm.
@SuppressWarnings("ArrayRecordComponent")
public record RejectView(
        long id,
        long line,
        String reason,
        String sentence,
        byte[] raw,
        long rawLength,
        @Nullable Instant replayedAt,
        @Nullable String replayOutcome) {

    /** Whether the record had more bytes than were kept. */
    public boolean cut() {
        return rawLength > raw.length;
    }
}
