package dev.comanda.ops.testing.fuzz;

import java.util.Random;

/** How much is tried: a little in every run, as much as one likes where it is asked for (docs/torture.md). */
public final class Torture {

    private static final int FEW = 40;
    private static final long SEED = Long.getLong("torture.seed", 20261009L);

    private Torture() {}

    /** How many inputs a reader gets: {@code -Dtorture.inputs}. */
    public static int inputs() {
        return Integer.getInteger("torture.inputs", FEW);
    }

    /** Whether more is tried than in every run. */
    public static boolean isThorough() {
        return inputs() > FEW;
    }

    /** Random numbers of one input of a reader, which do not depend on how many there are: {@code -Dtorture.seed}. */
    public static Random random(String reader, int input) {
        return new Random((SEED * 31 + reader.hashCode()) * 1_000_003L + input);
    }
}
