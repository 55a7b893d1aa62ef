package dev.comanda.ops.testing.fuzz;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the lines that pass by on their way to a reader, in its own way, so that the two can be compared. */
public final class CountedLines extends FilterInputStream {

    private static final int[] MARK = {0xEF, 0xBB, 0xBF};
    private static final int[] GZIP = {0x1F, 0x8B};

    private long bytes;
    private long lines;
    private boolean isMarked = true;
    private boolean isPacked = true;
    private boolean isBlank = true;
    private boolean hasReturn;
    private boolean hasStrayReturn;
    private boolean hasQuote;

    public CountedLines(InputStream in) {
        super(in);
    }

    /** How many lines are not blank so far; a byte order mark is no part of the first. */
    public long notBlank() {
        return lines + (isBlank ? 0 : 1);
    }

    /** Whether every line is a record of its own for a reader of CSV. */
    public boolean isPlain() {
        return !hasQuote && !hasStrayReturn && !hasReturn;
    }

    /** Whether the bytes are packed, so that their lines are none. */
    public boolean isGzip() {
        return isPacked && bytes >= GZIP.length;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        if (next >= 0) {
            pass(next);
        }
        return next;
    }

    @Override
    public int read(byte[] target, int offset, int most) throws IOException {
        int count = super.read(target, offset, most);
        for (int each = 0; each < count; each++) {
            pass(target[offset + each] & 0xFF);
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void pass(int next) {
        isMarked &= bytes >= MARK.length || next == MARK[(int) bytes];
        isPacked &= bytes >= GZIP.length || next == GZIP[(int) bytes];
        bytes++;
        if (isMarked && bytes == MARK.length) {
            isBlank = true;
            return;
        }
        hasQuote |= next == '"';
        hasStrayReturn |= hasReturn && next != '\n';
        hasReturn = next == '\r';
        if (next == '\n') {
            lines += isBlank ? 0 : 1;
            isBlank = true;
        } else {
            isBlank &= next == ' ' || next == '\t' || next == '\r';
        }
    }
}
