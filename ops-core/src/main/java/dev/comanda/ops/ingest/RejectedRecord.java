package dev.comanda.ops.ingest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * A record that could not be taken, kept so that a person can see it, mend its cause and replay it.
 *
 * @param line where it stands: the physical line, the first being 1, or the offset of a broker's record
 * @param sentence what is wrong, naming the field and the value
 * @param raw its bytes as they came, at most the first {@link #RAW_LIMIT}
 * @param rawLength how many bytes it had
 * @param rawSha256 the SHA-256 of all its bytes
 */
// The bytes go to the database as they are; a reject is compared by its place, never by its bytes.
@SuppressWarnings("ArrayRecordComponent")
public record RejectedRecord(
        long line, ReasonCode reason, String sentence, byte[] raw, long rawLength, byte[] rawSha256) {

    /** How many of a rejected record's bytes are kept: 64 KiB. */
    public static final int RAW_LIMIT = 64 * 1024;

    /** Rejects a record of which all bytes are at hand. */
    public static RejectedRecord of(
            long line, ReasonCode reason, String sentence, byte[] buffer, int offset, int length) {
        MessageDigest digest = newDigest();
        digest.update(buffer, offset, length);
        byte[] raw = Arrays.copyOfRange(buffer, offset, offset + Math.min(length, RAW_LIMIT));
        return new RejectedRecord(line, reason, sentence, raw, length, digest.digest());
    }

    /** The digest of which {@link #rawSha256} is the result, for records too long to be at hand whole. */
    public static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256, which every Java must have", e);
        }
    }
}
