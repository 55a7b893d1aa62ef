package dev.comanda.ops.testing.fuzz;

import java.io.InputStream;

/** A reader of bytes from outside, as the fuzzing sees it. */
@FunctionalInterface
public interface FuzzedReader {

    /**
     * Reads to the end. The refusals that the reader documents are part of the reading; whatever it throws beside them fails.
     *
     * @param in may give fewer bytes at once than it is asked for, as a network does
     */
    Reading read(InputStream in) throws Exception;
}
