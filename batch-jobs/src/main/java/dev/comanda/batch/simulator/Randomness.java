package dev.comanda.batch.simulator;

/** A SplitMix64 stream of our own, so that the same seed gives the same draws on every Java version. */
final class Randomness {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    Randomness(long seed) {
        this.state = seed;
    }

    /** A bijection of all 64-bit numbers. */
    static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    long next() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** A number from 0 (inclusive) to the bound (exclusive). */
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** A number from the first to the last, both inclusive. */
    int between(int first, int last) {
        return first + below(last - first + 1);
    }

    boolean oneIn(int chances) {
        return below(chances) == 0;
    }
}
