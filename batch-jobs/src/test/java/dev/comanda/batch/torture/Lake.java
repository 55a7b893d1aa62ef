package dev.comanda.batch.torture;

import dev.comanda.ops.ingest.RejectedRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The files of a lake, byte by byte. */
final class Lake {

    private Lake() {}

    /**
     * Every file with the digest of its bytes, hidden ones too: nothing that a night left half done may stay. Of what a partition was
     * written says when and under which numbers, which differ from night to night; that it is told must not.
     */
    static List<String> files(Path lake) throws IOException {
        List<String> files = new ArrayList<>();
        for (Path file : Inbox.files(lake)) {
            if (file.getFileName().toString().equals("_digest")) {
                files.add("lake: " + lake.relativize(file));
                continue;
            }
            byte[] digest = RejectedRecord.newDigest().digest(Files.readAllBytes(file));
            files.add("lake: %s %s"
                    .formatted(lake.relativize(file), HexFormat.of().formatHex(digest)));
        }
        return files;
    }
}
