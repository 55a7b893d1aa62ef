package dev.comanda.batch.fuzz;

import dev.comanda.ops.ingest.RejectedRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/** A file of an inbox. */
@SuppressWarnings("ArrayRecordComponent")
record InboxInput(String path, byte[] bytes) {

    boolean isFeed() {
        return path.startsWith("events/");
    }

    String sha256() {
        return HexFormat.of().formatHex(RejectedRecord.newDigest().digest(bytes));
    }

    void writeInto(Path inbox) throws IOException {
        Path file = inbox.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
