package dev.comanda.ops.casework;

import java.time.Instant;

/**
 * A file that somebody put to a case.
 *
 * @param size in bytes
 */
public record Attachment(
        long id, String name, String mediaType, long size, String sha256, String attachedBy, Instant attachedAt) {

    /** How many bytes a file may have: 10 MiB. */
    public static final int MOST_BYTES = 10 << 20;

    /** How many files a case may have. */
    public static final int MOST_PER_CASE = 50;
}
