package dev.comanda.batch.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.batch.feeds.EventFeed;
import dev.comanda.ops.testing.fuzz.CountedLines;
import dev.comanda.ops.testing.fuzz.DamagedLine;
import dev.comanda.ops.testing.fuzz.Endless;
import dev.comanda.ops.testing.fuzz.Fuzzing;
import dev.comanda.ops.testing.fuzz.Packed;
import dev.comanda.ops.testing.fuzz.Reading;
import dev.comanda.ops.testing.fuzz.Torture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of a damaged feed every line that is not blank is taken, ignored or rejected, once. */
@Tag("torture")
class EventFeedFuzzTest {

    @TempDir
    private static Path folder;

    private static byte[] events;

    @BeforeAll
    static void collect() throws IOException {
        events = RealShapes.in(folder).events();
    }

    /** The feed as a whole, and each event as a file of its own, which is how a broker's record comes. */
    private static List<byte[]> samples() {
        List<byte[]> samples = new ArrayList<>();
        samples.add(events);
        new String(events, StandardCharsets.UTF_8)
                .lines()
                .forEach(line -> samples.add(line.getBytes(StandardCharsets.UTF_8)));
        return samples;
    }

    @Test
    void everyLineOfADamagedFeedIsTakenIgnoredOrRejected() {
        Fuzzing.Outcomes outcomes = Fuzzing.run("events", samples(), EventFeedFuzzTest::read);

        assertThat(outcomes.clean()).isPositive();
        assertThat(outcomes.damaged()).isPositive();
    }

    @Test
    void oneDamagedLineConcernsNoOther() {
        DamagedLine.concernsNoOther("events", events, 1, EventFeedFuzzTest::read);
    }

    @Test
    void aFeedThatOutgrowsTheMemoryComesToAnEnd() throws IOException {
        readToTheEnd(Endless.line(events, "x"));
        readToTheEnd(Endless.line(events, "{\"a\":"));
        readToTheEnd(Endless.records(events, events));
        readToTheEnd(Endless.scraps(events, "\n"));
        readToTheEnd(Endless.scraps(events, "[\n"));
    }

    private static void readToTheEnd(InputStream feed) throws IOException {
        EventsCounted counted = new EventsCounted();
        long read = EventFeed.read(feed, counted);

        assertThat(counted.events()).isEqualTo(read);
    }

    /** A thousandth of what it unpacks to. */
    @Test
    void whatUnpacksToFarMoreThanItIsComesToAnEnd() throws IOException {
        int members = Torture.isThorough() ? 200 : 1;

        readToTheEnd(new ByteArrayInputStream(Packed.repeatedly("x", 3_000_000, members)));
        readToTheEnd(new ByteArrayInputStream(Packed.repeatedly(" \n", 1_500_000, members)));
    }

    private static Reading read(InputStream in) {
        CountedLines lines = new CountedLines(in);
        EventsRead events = new EventsRead();
        try {
            long read = EventFeed.read(lines, events);
            return events.reading(lines.isGzip() ? read : lines.notBlank());
        } catch (IOException e) {
            return Reading.refused("it breaks off or cannot be unpacked: " + e.getMessage());
        }
    }
}
