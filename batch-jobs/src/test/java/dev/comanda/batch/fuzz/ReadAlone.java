package dev.comanda.batch.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.batch.feeds.EventFeed;
import dev.comanda.batch.readers.Records;
import dev.comanda.batch.readers.UnreadableFileException;
import dev.comanda.batch.readers.formats.FileFormats;
import dev.comanda.ops.ingest.SourceReport;
import dev.comanda.ops.testing.fuzz.Reading;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What the reader alone makes of a file, beside what the database says of it. */
final class ReadAlone {

    private ReadAlone() {}

    static void agreesWith(SourceReport report, InboxInput file) {
        Reading alone = read(file);
        assertThat(report.error() == null)
                .as("%s is read: %s", file.path(), report)
                .isEqualTo(alone.isWhole());
        assertThat(report.ignored()).as("ignored of %s", file.path()).isEqualTo(alone.ignored());
        if (file.isFeed()) {
            assertThat(report.accepted() + report.duplicates() + report.rejected())
                    .as("events of %s", file.path())
                    .isEqualTo(alone.accepted() + alone.refused().size());
            assertThat(report.rejected())
                    .as("rejected of %s, conflicts with them", file.path())
                    .isGreaterThanOrEqualTo(alone.refused().size());
        } else {
            assertThat(report.accepted()).as("accepted of %s", file.path()).isEqualTo(alone.accepted());
            assertThat(report.rejected())
                    .as("rejected of %s", file.path())
                    .isEqualTo(alone.refused().size());
        }
    }

    private static Reading read(InboxInput file) {
        try (InputStream in = new BufferedInputStream(new ByteArrayInputStream(file.bytes()))) {
            if (file.isFeed()) {
                FileFormats.refuseArchive(in);
                EventsRead events = new EventsRead();
                return events.reading(EventFeed.read(in, events));
            }
            return RecordsAsReading.of(
                    Records.of(FileFormats.of(file.path(), in).reader(), in));
        } catch (UnreadableFileException | IOException e) {
            return Reading.refused(e.getMessage());
        }
    }
}
