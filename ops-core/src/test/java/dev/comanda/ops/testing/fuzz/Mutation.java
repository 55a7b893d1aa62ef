package dev.comanda.ops.testing.fuzz;

import java.util.Random;

/** One way to damage a file. */
@FunctionalInterface
interface Mutation {

    /** The damaged bytes; the given ones stay as they are. */
    byte[] of(byte[] bytes, Random random);
}
