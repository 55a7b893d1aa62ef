package dev.comanda.batch.feeds;

import dev.comanda.ops.ingest.ReasonCode;
import dev.comanda.ops.ingest.RejectedRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Splits a stream into lines within fixed memory. A line ends with LF, CRLF or the end of the stream; blank lines are passed
 * over but have a number; a byte order mark at the start is no part of the first line. Of a line that is longer than an
 * event may be, only the beginning, the length and the digest are kept.
 */
final class EventLineReader {

    private static final int CHUNK = 64 * 1024;

    private final InputStream in;
    // Room for the longest line with its CR, and for one more chunk behind it.
    private final byte[] buffer = new byte[EventParser.MAX_EVENT_BYTES + 1 + CHUNK];
    private int next;
    private int end;
    private boolean atEnd;
    private long number;
    private int offset;
    private int length;
    private @Nullable RejectedRecord tooLong;

    private EventLineReader(InputStream in) throws IOException {
        this.in = in;
        skipByteOrderMark();
    }

    /** Reads lines from plain or gzipped bytes, told apart by their first two. */
    static EventLineReader open(InputStream file) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(file, CHUNK);
        buffered.mark(2);
        boolean gzipped = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        return new EventLineReader(gzipped ? unzipped(buffered) : buffered);
    }

    /**
     * The content of all members. The JDK's own stream passes over what stands behind a member and is none, and also over a
     * right member that has not arrived yet: events would be lost without a word.
     */
    private static InputStream unzipped(InputStream gzip) throws IOException {
        return GzipCompressorInputStream.builder()
                .setInputStream(gzip)
                .setDecompressConcatenated(true)
                .get();
    }

    /** Goes to the next line that is not blank; false at the end. */
    boolean next() throws IOException {
        do {
            if (!nextPhysical()) {
                return false;
            }
        } while (tooLong == null && isBlank());
        return true;
    }

    /** The number of the physical line, the first being 1. */
    long number() {
        return number;
    }

    byte[] buffer() {
        return buffer;
    }

    int offset() {
        return offset;
    }

    int length() {
        return length;
    }

    boolean isTooLong() {
        return tooLong != null;
    }

    RejectedRecord tooLong() {
        if (tooLong == null) {
            throw new IllegalStateException("line " + number + " is not too long");
        }
        return tooLong;
    }

    private boolean nextPhysical() throws IOException {
        tooLong = null;
        int scanned = next;
        while (true) {
            int lineEnd = LineBytes.indexOfLineFeed(buffer, scanned, end);
            if (lineEnd >= 0) {
                found(next, lineEnd);
                next = lineEnd + 1;
                return true;
            }
            if (end - next > EventParser.MAX_EVENT_BYTES + 1) {
                number++;
                digestTooLong();
                return true;
            }
            int pending = end - next;
            if (!fill()) {
                if (pending == 0) {
                    return false;
                }
                found(next, end);
                next = end;
                return true;
            }
            scanned = next + pending;
        }
    }

    private void found(int from, int to) {
        number++;
        offset = from;
        length = to - from;
        if (length > 0 && buffer[to - 1] == '\r') {
            length--;
        }
        if (length > EventParser.MAX_EVENT_BYTES) {
            tooLong = EventParser.tooLong(number, buffer, offset, length);
        }
    }

    /** Goes on to the end of a line that has outgrown the buffer, keeping none of it but its beginning. */
    private void digestTooLong() throws IOException {
        byte[] beginning = Arrays.copyOfRange(buffer, next, next + RejectedRecord.RAW_LIMIT);
        MessageDigest digest = RejectedRecord.newDigest();
        long size = 0;
        boolean heldCarriageReturn = false;
        int lineEnd;
        do {
            lineEnd = LineBytes.indexOfLineFeed(buffer, next, end);
            int stop = lineEnd >= 0 ? lineEnd : end;
            if (heldCarriageReturn && stop > next) {
                digest.update((byte) '\r');
                size++;
            }
            if (stop > next) {
                heldCarriageReturn = buffer[stop - 1] == '\r';
                int kept = stop - next - (heldCarriageReturn ? 1 : 0);
                digest.update(buffer, next, kept);
                size += kept;
            }
            next = lineEnd >= 0 ? lineEnd + 1 : end;
        } while (lineEnd < 0 && fill());
        tooLong = new RejectedRecord(
                number, ReasonCode.TOO_LONG, EventParser.tooLongSentence(size), beginning, size, digest.digest());
    }

    /** Reads more behind what is not taken yet; false at the end of the stream. */
    private boolean fill() throws IOException {
        if (atEnd) {
            return false;
        }
        if (next > 0 && buffer.length - end < CHUNK) {
            System.arraycopy(buffer, next, buffer, 0, end - next);
            end -= next;
            next = 0;
        }
        int read = in.read(buffer, end, Math.min(CHUNK, buffer.length - end));
        atEnd = read < 0;
        end += Math.max(read, 0);
        return !atEnd;
    }

    private boolean isBlank() {
        for (int i = offset; i < offset + length; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t' && buffer[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    private void skipByteOrderMark() throws IOException {
        boolean more = true;
        while (more && end < 3) {
            more = fill();
        }
        if (end >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF) {
            next = 3;
        }
    }
}
