package dev.comanda.ops.ingest;

/** What a file in an inbox holds at a record's place: the line itself, or why it cannot be shown. */
public sealed interface RawRecord {

    /**
     * The line as it lies in the file.
     *
     * @param cut whether the line is longer than what is shown
     */
    record Line(String path, long line, String text, boolean cut) implements RawRecord {}

    /** The line cannot be shown. */
    record Absent(String path, long position, Reason reason) implements RawRecord {}

    /** Why a line cannot be shown. */
    enum Reason {
        /** The file is not in its inbox any more, or is not one that may be read. */
        FILE_GONE,
        /** The file lies in a store of objects, which pages do not read from. */
        IN_OBJECT_STORE,
        /** The file has another size than when it was read. */
        FILE_CHANGED,
        /** The format counts entries, not lines. */
        COUNTS_ENTRIES,
        /** The line lies further in than a page may read. */
        TOO_FAR,
        /** The file ends before the line. */
        NO_SUCH_LINE
    }
}
