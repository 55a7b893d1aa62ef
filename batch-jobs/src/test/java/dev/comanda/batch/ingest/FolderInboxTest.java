package dev.comanda.batch.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderInboxTest {

    @TempDir
    private Path folder;

    @Test
    void anInboxBehindALinkHoldsTheSameFiles() throws IOException {
        Path delivered = Files.createDirectories(folder.resolve("delivered/events"));
        Files.writeString(delivered.resolve("a.ndjson"), "{}");
        Path link = Files.createSymbolicLink(folder.resolve("inbox"), delivered.getParent());

        assertThat(new FolderInbox(InboxLocation.of(link)).files())
                .extracting(InboxFile::path)
                .containsExactly("events/a.ndjson");
    }

    @Test
    void aFolderThatIsLinkedIntoTheInboxIsRead() throws IOException {
        Path delivered = Files.createDirectories(folder.resolve("delivered"));
        Files.writeString(delivered.resolve("a.ndjson"), "{}");
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        Files.createSymbolicLink(inbox.resolve("events"), delivered);

        assertThat(new FolderInbox(InboxLocation.of(inbox)).files())
                .extracting(InboxFile::path)
                .containsExactly("events/a.ndjson");
    }
}
