package dev.comanda.batch.ingest;

import java.io.IOException;
import java.util.List;

/** A day's files, wherever they lie. It is read only. */
interface Inbox extends AutoCloseable {

    /** More files than an inbox of a day can have; past it the rest waits for the next run. */
    int MOST_FILES = 1_000_000;

    InboxLocation location();

    /** Its files that are ready to be read, in the order of their paths. */
    List<InboxFile> files() throws IOException;

    @Override
    void close();

    /** Names that end in .part or .tmp are still being written. */
    static boolean isReady(String path) {
        return !path.endsWith(".part") && !path.endsWith(".tmp");
    }
}
