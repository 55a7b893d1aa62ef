package dev.comanda.ops.testing.fuzz;

import java.io.InputStream;

/** A file that outgrows the memory, made while it is read: a beginning, and then the same again and again. */
public final class Endless extends InputStream {

    private static final long KIB = 1024;
    private static final long MIB = 1024 * KIB;

    private final byte[] beginning;
    private final byte[] again;
    private final long length;
    private long at;

    private Endless(byte[] beginning, byte[] again, long length) {
        this.beginning = beginning;
        this.again = again;
        this.length = length;
    }

    /** One line that does not end: as large as the heap of the torture, where more is tried than in every run. */
    public static Endless line(byte[] beginning, String again) {
        return new Endless(beginning.clone(), Bytes.of(again), Torture.isThorough() ? 512 * MIB : 2 * MIB);
    }

    /** Right records, so many that their like does not fit into the heap of the torture. */
    public static Endless records(byte[] beginning, byte[] again) {
        return new Endless(beginning.clone(), again.clone(), Torture.isThorough() ? 96 * MIB : 128 * KIB);
    }

    /** Lines of a few bytes, each of which is no record. */
    public static Endless scraps(byte[] beginning, String again) {
        return new Endless(beginning.clone(), Bytes.of(again), Torture.isThorough() ? 4 * MIB : 16 * KIB);
    }

    @Override
    public int read() {
        if (at >= length) {
            return -1;
        }
        byte next = at < beginning.length ? beginning[(int) at] : again[(int) ((at - beginning.length) % again.length)];
        at++;
        return next & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int most) {
        if (at >= length) {
            return -1;
        }
        int count = (int) Math.min(most, length - at);
        for (int each = 0; each < count; each++) {
            target[offset + each] = (byte) read();
        }
        return count;
    }
}
