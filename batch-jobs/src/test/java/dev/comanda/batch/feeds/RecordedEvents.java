package dev.comanda.batch.feeds;

import dev.comanda.ops.ingest.RejectedRecord;
import dev.comanda.ops.marketplace.EventKeys;
import dev.comanda.ops.marketplace.MarketplaceEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A sink that keeps what it is told. */
final class RecordedEvents implements EventSink {

    final List<Accepted> accepted = new ArrayList<>();
    final List<String> ignored = new ArrayList<>();
    final List<RejectedRecord> rejected = new ArrayList<>();

    /** What the parser says of one event. */
    static RecordedEvents of(String json) {
        return of(json.getBytes(StandardCharsets.UTF_8));
    }

    static RecordedEvents of(byte[] json) {
        RecordedEvents events = new RecordedEvents();
        new EventParser().parse(1, json, events);
        return events;
    }

    /** The only event, which must have been accepted. */
    static Accepted accepted(String json) {
        RecordedEvents events = of(json);
        if (events.accepted.size() != 1) {
            throw new AssertionError("not accepted: " + events.told());
        }
        return events.accepted.get(0);
    }

    /** The reason and the sentence of the only event's rejection. */
    static String rejected(String json) {
        return rejected(json.getBytes(StandardCharsets.UTF_8));
    }

    static String rejected(byte[] json) {
        RecordedEvents events = of(json);
        if (events.rejected.size() != 1) {
            throw new AssertionError("not rejected");
        }
        return events.told();
    }

    String told() {
        StringBuilder told = new StringBuilder();
        rejected.forEach(each -> told.append(each.reason()).append(": ").append(each.sentence()));
        ignored.forEach(each -> told.append("ignored ").append(each));
        return told.toString();
    }

    @Override
    public void accepted(long line, EventKeys keys, MarketplaceEvent event) {
        accepted.add(new Accepted(line, keys, event));
    }

    @Override
    public void ignored(long line, String type) {
        ignored.add(type);
    }

    @Override
    public void rejected(RejectedRecord record) {
        rejected.add(record);
    }

    record Accepted(long line, EventKeys keys, MarketplaceEvent event) {}
}
