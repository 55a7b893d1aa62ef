package dev.comanda.ops.policy;

/** Evaluates tables. Implemented below, in {@code evaluation}. */
public interface PolicyEngine {

    /** @throws IllegalArgumentException if the engine cannot take the table; the message says why */
    RowChoice prepare(PolicyTable table);

    /** Says which row of one table fires. Safe for many threads, and the same row for the same circumstances. */
    @FunctionalInterface
    interface RowChoice {

        /** The id of the first row whose entries all hold. */
        String rowFor(Circumstances circumstances);
    }
}
