package dev.comanda.cost.imports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An import that somebody asked for, and what came of it.
 *
 * @param id of the request
 * @param source what is imported: a folder or {@code s3://bucket/prefix}, or several with commas between them
 * @param requestedBy a person, or {@link ImportRequests#SCHEDULE}
 * @param imported how many periods were taken over; 0 until it has ended
 * @param unchanged how many periods were shown already; 0 until it has ended
 * @param refused how many deliveries were refused; 0 until it has ended
 * @param failure the sentence of what went wrong; null where nothing did
 */
public record ImportRequest(
        long id,
        String source,
        String requestedBy,
        Instant requestedAt,
        Status status,
        @Nullable Instant endedAt,
        int imported,
        int unchanged,
        int refused,
        @Nullable String failure) {

    /** How far it has come. */
    public enum Status {
        WAITING,
        RUNNING,
        /** Every source was looked through; deliveries may have been refused. */
        DONE,
        /** A source, or all of them, could not be looked through. */
        FAILED
    }
}
