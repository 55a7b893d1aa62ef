package dev.comanda.ops.ingest;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be taken, with the bytes that came.
 *
 * @param raw the first bytes of the record
 * @param rawLength how many bytes the record had
 * @param rawSha256 of all its bytes, in hexadecimal
 * @param replay how its last replay stands: WAITING, ACCEPTED, DUPLICATE, REJECTED or IGNORED; null where there was none
 */
// The bytes are shown and never compared, so identity equality of the array does no harm.
@SuppressWarnings("ArrayRecordComponent")
public record RejectView(
        long id,
        Place place,
        String reason,
        String sentence,
        byte[] raw,
        long rawLength,
        String rawSha256,
        @Nullable String replay) {

    /** The kinds of sources whose rejects can be replayed; everything else is corrected where it comes from. */
    public static final Set<String> KINDS_OF_EVENTS = Set.of("events", "kafka");

    /**
     * Where the record stands.
     *
     * @param line the line, or the offset of a broker's record
     * @param topic null where it stood in a file, and then there is no partition either
     */
    public record Place(
            long source, String path, String kind, long line, @Nullable String topic, @Nullable Integer partition) {}

    /** Whether the record had more bytes than were kept. */
    public boolean cut() {
        return rawLength > raw.length;
    }

    public boolean event() {
        return KINDS_OF_EVENTS.contains(place.kind());
    }

    /** Whether a replay may be asked for now. */
    public boolean replayable() {
        return event() && !cut() && (replay == null || replay.equals("REJECTED"));
    }
}
