package dev.comanda.ops.testing.fuzz;

import java.io.ByteArrayInputStream;

/** Gives at most a few bytes at once, more and fewer by turns. */
final class InPieces extends ByteArrayInputStream {

    private static final int[] SIZES = {1, 7, 4096, 2, 64 * 1024, 3, 511};

    private int piece;

    InPieces(byte[] bytes) {
        super(bytes);
    }

    @Override
    public synchronized int read(byte[] target, int offset, int length) {
        return super.read(target, offset, Math.min(length, SIZES[piece++ % SIZES.length]));
    }
}
