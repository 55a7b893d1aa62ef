package dev.comanda.batch.simulator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes the CloudEvents envelope around what a feed says, and counts the events. */
final class EventEnvelope {

    private static final int FIRST_EVENTS = 2;

    private final EventDelivery delivery;
    private final Ids ids;
    private final Line line = new Line();
    private final List<byte[]> firstEvents = new ArrayList<>();
    private long events;
    private String feed = "";
    private long day;

    EventEnvelope(EventDelivery delivery, Ids ids) {
        this.delivery = delivery;
        this.ids = ids;
    }

    /** Begins an event; what follows in the line are the members of its data. */
    Line begin(String feedName, String type, Id subject, long time) {
        this.feed = feedName;
        this.day = SaoPauloTime.dayOf(time);
        return begin(line.clear(), ids.next("evt_"), feedName, type, subject, time);
    }

    void end() throws IOException {
        line.text("}}\n");
        delivery.deliver(feed, day, line);
        if (firstEvents.size() < FIRST_EVENTS) {
            firstEvents.add(line.copy());
        }
        events++;
    }

    long events() {
        return events;
    }

    /** The first events that were written, as they were. */
    List<byte[]> firstEvents() {
        return List.copyOf(firstEvents);
    }

    static Line begin(Line line, Id id, String feedName, String type, Id subject, long time) {
        return line.text("{\"specversion\":\"1.0\",\"id\":\"")
                .id(id)
                .text("\",\"source\":\"/")
                .text(feedName)
                .text("\",\"type\":\"")
                .text(type)
                .text("\",\"subject\":\"")
                .id(subject)
                .text("\",\"time\":\"")
                .offsetTime(time)
                .text("\",\"datacontenttype\":\"application/json\",\"data\":{");
    }
}
