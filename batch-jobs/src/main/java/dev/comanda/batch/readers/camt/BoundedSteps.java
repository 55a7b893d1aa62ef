package dev.comanda.batch.readers.camt;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Stops a parser that reads without end and yields nothing, as it does in a name, an attribute or a comment of a
 * gigabyte, all of which it keeps in memory.
 */
final class BoundedSteps extends FilterInputStream {

    /** Between two events a parser reads at most this many bytes: 8 MiB. */
    private static final long MAX_STEP = 8L * 1024 * 1024;

    private long sinceStep;

    BoundedSteps(InputStream in) {
        super(in);
    }

    /** The step is longer than one may be. */
    static final class StepTooLongException extends IOException {
        StepTooLongException() {
            super("one piece of the XML is longer than %,d bytes".formatted(MAX_STEP));
        }
    }

    void step() {
        sinceStep = 0;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int bytes) throws IOException {
        sinceStep += bytes;
        if (sinceStep > MAX_STEP) {
            throw new StepTooLongException();
        }
    }
}
