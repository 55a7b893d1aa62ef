package dev.comanda.ops.ingest;

/** Reads records anew from the files they came from, lazily and bounded. */
public interface RawRecords {

    /** What stands at the place in the source's file; the position is a line where the format has lines. */
    RawRecord at(long source, long position);
}
