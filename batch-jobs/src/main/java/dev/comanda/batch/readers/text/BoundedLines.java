package dev.comanda.batch.readers.text;

import dev.comanda.batch.readers.UnreadableFileException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The physical lines of a file, ended by LF or CRLF, the first being 1. A UTF-8 byte order mark is left out. Of a line
 * longer than {@link #MAX_LENGTH} only the length, the digest and the first bytes are kept.
 */
public final class BoundedLines {

    /** A line, and a record that spans lines, has at most this many bytes: 1 MiB. */
    public static final int MAX_LENGTH = 1024 * 1024;

    /** A file has at most this many lines. */
    public static final long MAX_LINES = 100_000_000;

    private static final int BUFFER = 64 * 1024;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;
    private long line;

    public BoundedLines(InputStream in) throws IOException {
        this.in = in;
        limit = Math.max(0, in.readNBytes(buffer, 0, BUFFER));
        if (limit >= BYTE_ORDER_MARK.length
                && Arrays.equals(buffer, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length)) {
            position = BYTE_ORDER_MARK.length;
        }
    }

    /** The next line, or null at the end. An end of line at the end of the file starts no further line. */
    public @Nullable RawRecord next() throws UnreadableFileException, IOException {
        if (position == limit && !fill()) {
            return null;
        }
        line++;
        if (line > MAX_LINES) {
            throw new UnreadableFileException(
                    "the file has more than %,d lines; ask for it in parts".formatted(MAX_LINES));
        }
        ByteArrayOutputStream kept = new ByteArrayOutputStream(256);
        while (true) {
            int end = endOfLine();
            if (kept.size() + (end - position) > MAX_LENGTH + 1) {
                return tooLong(kept);
            }
            kept.write(buffer, position, end - position);
            if (end < limit) {
                position = end + 1;
                return whole(kept);
            }
            if (!fill()) {
                return whole(kept);
            }
        }
    }

    private RawRecord whole(ByteArrayOutputStream kept) {
        byte[] bytes = kept.toByteArray();
        boolean carriageReturn = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
        byte[] content = carriageReturn ? Arrays.copyOf(bytes, bytes.length - 1) : bytes;
        if (content.length > MAX_LENGTH) {
            byte[] digest = RawRecord.sha256().digest(content);
            return RawRecord.tooLong(line, content, content.length, digest);
        }
        return RawRecord.whole(line, content);
    }

    private RawRecord tooLong(ByteArrayOutputStream kept) throws IOException {
        byte[] first = kept.toByteArray();
        MessageDigest digest = RawRecord.sha256();
        digest.update(first);
        long length = first.length;
        while (true) {
            int end = endOfLine();
            digest.update(buffer, position, end - position);
            length += end - position;
            if (end < limit) {
                position = end + 1;
                break;
            }
            if (!fill()) {
                break;
            }
        }
        return RawRecord.tooLong(line, first, length, digest.digest());
    }

    private int endOfLine() {
        int end = position;
        while (end < limit && buffer[end] != '\n') {
            end++;
        }
        return end;
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, in.read(buffer, 0, BUFFER));
        return limit > 0;
    }
}
