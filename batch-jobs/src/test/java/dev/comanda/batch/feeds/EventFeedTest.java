package dev.comanda.batch.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comanda.ops.ingest.ReasonCode;
import dev.comanda.ops.ingest.RejectedRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventFeedTest {

    private static final String EVENT = Examples.event("ordering.order.completed.v1");
    private static final int MEBIBYTE = 1 << 20;

    @Test
    void countsLinesThatAreNotBlankAndNumbersThemAsTheyStand() throws IOException {
        RecordedEvents events = new RecordedEvents();
        long read = read("\uFEFF" + EVENT + "\r\n\n  \t\r\nbroken\n" + EVENT, events);

        assertThat(read).isEqualTo(3);
        assertThat(events.accepted).extracting(RecordedEvents.Accepted::line).containsExactly(1L, 5L);
        assertThat(events.rejected).extracting(RejectedRecord::line).containsExactly(4L);
        assertThat(new String(events.rejected.get(0).raw(), StandardCharsets.UTF_8))
                .isEqualTo("broken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\uFEFF", "\r\n\r\n", " "})
    void readsNothingFromAFileWithoutEvents(String content) throws IOException {
        assertThat(read(content, new RecordedEvents())).isZero();
    }

    @Test
    void readsGzippedFilesAlsoOfSeveralMembers() throws IOException {
        RecordedEvents events = new RecordedEvents();
        ByteArrayOutputStream two = new ByteArrayOutputStream();
        two.write(gzipped(EVENT + "\n"));
        two.write(gzipped(EVENT));

        assertThat(EventFeed.read(new ByteArrayInputStream(two.toByteArray()), events))
                .isEqualTo(2);
        assertThat(events.accepted).hasSize(2);
    }

    @Test
    void failsOnAGzippedFileThatBreaksOff() throws IOException {
        byte[] whole = gzipped((EVENT + "\n").repeat(100));
        byte[] torn = Arrays.copyOf(whole, whole.length - 12);

        assertThatThrownBy(() -> EventFeed.read(new ByteArrayInputStream(torn), new RecordedEvents()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void takesALineOfExactlyTheMostBytesAndNoLonger() throws IOException {
        String longest = EVENT + " ".repeat(MEBIBYTE - EVENT.length());
        RecordedEvents events = new RecordedEvents();
        long read =
                read(longest + "\r\n" + longest + " \r\n" + longest + "\n" + longest + " \n" + longest + " ", events);

        assertThat(read).isEqualTo(5);
        assertThat(events.accepted).extracting(RecordedEvents.Accepted::line).containsExactly(1L, 3L);
        assertThat(events.rejected).extracting(RejectedRecord::rawLength).containsOnly(MEBIBYTE + 1L);
        assertThat(events.rejected).extracting(RejectedRecord::reason).containsOnly(ReasonCode.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(ints = {2 * MEBIBYTE, 3 * MEBIBYTE + 1, 5 * MEBIBYTE - 77})
    void keepsTheBeginningLengthAndDigestOfALineThatIsTooLong(int length) throws Exception {
        byte[] line = new byte[length];
        Arrays.fill(line, (byte) 'x');
        for (int i = 64 * 1024; i < length - 1; i += 64 * 1024) {
            line[i - 1] = '\r';
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write((EVENT + "\n").getBytes(StandardCharsets.UTF_8));
        file.write(line);
        file.write(("\r\n" + EVENT).getBytes(StandardCharsets.UTF_8));
        RecordedEvents events = new RecordedEvents();

        assertThat(EventFeed.read(new ByteArrayInputStream(file.toByteArray()), events))
                .isEqualTo(3);
        assertThat(events.accepted).extracting(RecordedEvents.Accepted::line).containsExactly(1L, 3L);
        assertThat(events.rejected).singleElement().satisfies(rejected -> {
            assertThat(rejected.line()).isEqualTo(2);
            assertThat(rejected.raw()).isEqualTo(Arrays.copyOf(line, 64 * 1024));
            assertThat(rejected.rawLength()).isEqualTo(length);
            assertThat(rejected.rawSha256())
                    .isEqualTo(MessageDigest.getInstance("SHA-256").digest(line));
        });
    }

    @Test
    void givesTheSameWhateverPiecesTheStreamComesIn() throws IOException {
        String file = ("x".repeat(1000) + "\n" + EVENT + "\r\n").repeat(50);
        RecordedEvents whole = new RecordedEvents();
        read(file, whole);
        RecordedEvents pieces = new RecordedEvents();
        InputStream dripping = new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                return super.read(buffer, offset, Math.min(length, 7));
            }
        };

        assertThat(EventFeed.read(dripping, pieces)).isEqualTo(100);
        assertThat(pieces.accepted).isEqualTo(whole.accepted).hasSize(50);
    }

    @Test
    void readsTheExampleNightAsItsReadmeSays() throws IOException {
        Path inbox = Path.of(System.getProperty("comanda.shared", "../../shared"), "examples/night/inbox/events");
        if (!Files.isDirectory(inbox)) {
            System.out.println("SKIPPED readsTheExampleNightAsItsReadmeSays: " + inbox + " is not there");
            return;
        }
        RecordedEvents events = new RecordedEvents();
        long read = 0;
        for (String name : List.of("a.ndjson", "b.ndjson.gz")) {
            try (InputStream in = Files.newInputStream(inbox.resolve(name))) {
                read += EventFeed.read(in, events);
            }
        }
        Set<UUID> identities = new HashSet<>();
        Set<Object> identitiesAndContents = new HashSet<>();
        Set<UUID> business = new HashSet<>();
        for (RecordedEvents.Accepted event : events.accepted) {
            identities.add(event.keys().identity());
            business.add(event.keys().business());
            identitiesAndContents.add(
                    List.of(event.keys().identity(), event.keys().content()));
        }

        assertThat(read).isEqualTo(826);
        assertThat(identities).hasSize(685);
        assertThat(business).hasSize(685);
        assertThat(identitiesAndContents).as("one conflicts").hasSize(686);
        assertThat(events.accepted).hasSize(685 + 137 + 1);
        assertThat(events.rejected)
                .extracting(RejectedRecord::reason)
                .containsExactlyInAnyOrder(ReasonCode.MALFORMED_JSON, ReasonCode.SCHEMA_VIOLATION);
        assertThat(events.ignored).containsExactly("ordering.order.rated.v1");
    }

    private static long read(String content, RecordedEvents events) throws IOException {
        return EventFeed.read(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), events);
    }

    private static byte[] gzipped(String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
