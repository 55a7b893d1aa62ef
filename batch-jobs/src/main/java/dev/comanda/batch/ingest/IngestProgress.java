package dev.comanda.batch.ingest;

import dev.comanda.ops.ingest.SourceReport;

/** Is told how far the reading of an inbox is. */
@FunctionalInterface
public interface IngestProgress {

    /** A file is about to be read. */
    void reading(String path);

    /** What the inbox holds, read before or not, before any of it is read. */
    default void found(int files, long bytes) {}

    /** A file is done with, whether it was read or known. */
    default void passed(long bytes) {}

    /** What a file came to. */
    default void read(SourceReport report) {}
}
