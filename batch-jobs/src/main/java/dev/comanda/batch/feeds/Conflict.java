package dev.comanda.batch.feeds;

import dev.comanda.ops.ingest.ReasonCode;
import dev.comanda.ops.ingest.RejectedRecord;

/** An event that says something else under an id that was taken: the load finds it, and it is rejected like any other. */
public final class Conflict {

    private static final String SENTENCE =
            "an event with this identity or business id was read before and says something"
                    + " else; the first one read stands: send the correction as a new version or under a new id";

    private Conflict() {}

    /** Rejects the event in a part of a buffer. */
    public static RejectedRecord reject(long line, byte[] buffer, int offset, int length) {
        return RejectedRecord.of(line, ReasonCode.CONFLICTING_DUPLICATE, SENTENCE, buffer, offset, length);
    }

    /** As {@link #reject(long, byte[], int, int)}, of a whole array. */
    public static RejectedRecord reject(long line, byte[] event) {
        return reject(line, event, 0, event.length);
    }
}
