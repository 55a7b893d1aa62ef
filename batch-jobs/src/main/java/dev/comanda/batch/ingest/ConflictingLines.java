package dev.comanda.batch.ingest;

import dev.comanda.batch.feeds.Conflict;
import dev.comanda.batch.feeds.EventFeed;
import dev.comanda.ops.ingest.RejectedRecord;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Lines of a feed that said something else under an id that was taken; their bytes are read a second time. */
final class ConflictingLines {

    private final Set<Long> lines;

    private ConflictingLines(Set<Long> lines) {
        this.lines = lines;
    }

    static ConflictingLines of(List<Long> lines) {
        return new ConflictingLines(new HashSet<>(lines));
    }

    void fetch(InputStream feed, Consumer<RejectedRecord> rejects) throws IOException {
        EventFeed.eachLine(feed, (line, buffer, offset, length) -> {
            if (lines.contains(line)) {
                rejects.accept(Conflict.reject(line, buffer, offset, length));
            }
        });
    }
}
