package dev.comanda.ops.testing.fuzz;

import java.util.function.Predicate;

/** Takes away what an input does not need in order to break its law, within a bounded number of tries. */
final class Shrinking {

    private static final int MOST_TRIES = 100;

    private Shrinking() {}

    static byte[] smallest(byte[] input, Predicate<byte[]> breaks) {
        byte[] smallest = input;
        int tries = 0;
        for (int size = input.length / 2; size > 0 && tries < MOST_TRIES; size /= 2) {
            int from = 0;
            while (from < smallest.length && tries++ < MOST_TRIES) {
                byte[] shorter = Bytes.replaced(smallest, from, Math.min(smallest.length, from + size), new byte[0]);
                if (breaks.test(shorter)) {
                    smallest = shorter;
                } else {
                    from += size;
                }
            }
        }
        return smallest;
    }
}
