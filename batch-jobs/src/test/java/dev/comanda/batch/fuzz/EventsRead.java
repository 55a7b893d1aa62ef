package dev.comanda.batch.fuzz;

import dev.comanda.batch.feeds.EventSink;
import dev.comanda.ops.ingest.RejectedRecord;
import dev.comanda.ops.marketplace.EventKeys;
import dev.comanda.ops.marketplace.MarketplaceEvent;
import dev.comanda.ops.testing.fuzz.Reading;
import dev.comanda.ops.testing.fuzz.Reading.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keeps what a feed holds, line by line. A line that comes twice is a failure. */
final class EventsRead implements EventSink {

    private final SortedMap<Long, String> taken = new TreeMap<>();
    private final SortedMap<Long, String> ignored = new TreeMap<>();
    private final List<Refused> refused = new ArrayList<>();

    @Override
    public void accepted(long line, EventKeys keys, MarketplaceEvent event) {
        once(taken.put(line, keys + " " + event), line);
    }

    @Override
    public void ignored(long line, String type) {
        once(ignored.put(line, type), line);
    }

    @Override
    public void rejected(RejectedRecord rejected) {
        refused.add(new Refused(rejected.line(), rejected.sentence()));
    }

    private static void once(@Nullable String before, long line) {
        if (before != null) {
            throw new AssertionError("line " + line + " is read twice");
        }
    }

    Reading reading(long read) {
        return new Reading(read, taken.size(), ignored.size(), taken, refused, null);
    }
}
