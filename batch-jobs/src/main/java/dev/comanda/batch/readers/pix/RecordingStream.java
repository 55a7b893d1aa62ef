package dev.comanda.batch.readers.pix;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Hands a stream on and keeps the bytes of the element that is being read, so that it can be shown if it is refused. */
final class RecordingStream extends InputStream {

    /** One element has at most this many bytes: 1 MiB. */
    static final int MAX_ELEMENT = 1024 * 1024;

    private final InputStream in;
    private byte[] kept = new byte[64 * 1024];
    private long firstOffset;
    private int start;
    private int end;

    RecordingStream(InputStream in) {
        this.in = in;
    }

    /** The element has more bytes than one may have. */
    static final class ElementTooLongException extends IOException {
        ElementTooLongException(long offset) {
            super("what starts at byte %,d is longer than %,d bytes".formatted(offset, MAX_ELEMENT));
        }
    }

    /** Bytes before this offset are no longer needed. */
    void forgetBefore(long offset) {
        int skip = (int) Math.max(0, Math.min(offset - firstOffset, end - start));
        start += skip;
        firstOffset += skip;
    }

    /** The bytes from the first one that is still kept to the offset given. */
    byte[] keptUntil(long offset) {
        int length = (int) Math.max(0, Math.min(offset - firstOffset, end - start));
        return Arrays.copyOfRange(kept, start, start + length);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = in.read(target, offset, length);
        if (count > 0) {
            keep(target, offset, count);
        }
        return count;
    }

    private void keep(byte[] bytes, int offset, int count) throws IOException {
        if (end - start + count > MAX_ELEMENT + count) {
            throw new ElementTooLongException(firstOffset);
        }
        if (end + count > kept.length) {
            int size = end - start;
            byte[] next = size + count > kept.length ? new byte[Math.max(kept.length * 2, size + count)] : kept;
            System.arraycopy(kept, start, next, 0, size);
            kept = next;
            start = 0;
            end = size;
        }
        System.arraycopy(bytes, offset, kept, end, count);
        end += count;
    }
}
