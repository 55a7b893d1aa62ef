package dev.comanda.batch.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/** A file of an inbox as it was found. */
interface InboxFile {

    /** Its path in the inbox, with slashes. */
    String path();

    long sizeBytes();

    /** To the microsecond, which is what the database keeps. */
    Instant modifiedAt();

    /** Its bytes from the start; it may be opened any number of times. */
    InputStream open() throws IOException;

    /** Whether it still is as it was found; a file that changed is being written and is left alone. */
    boolean isUnchanged() throws IOException;

    /** Whether its size and time will tell if it is another one the next time. */
    boolean isKnownByItsLooks();

    default SourceKind kind() {
        return SourceKind.of(path());
    }
}
