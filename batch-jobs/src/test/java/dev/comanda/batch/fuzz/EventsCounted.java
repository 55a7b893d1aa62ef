package dev.comanda.batch.fuzz;

import dev.comanda.batch.feeds.EventSink;
import dev.comanda.ops.ingest.RejectedRecord;
import dev.comanda.ops.marketplace.EventKeys;
import dev.comanda.ops.marketplace.MarketplaceEvent;

/** Keeps nothing but how many lines came. */
final class EventsCounted implements EventSink {

    private long events;

    long events() {
        return events;
    }

    @Override
    public void accepted(long line, EventKeys keys, MarketplaceEvent event) {
        events++;
    }

    @Override
    public void ignored(long line, String type) {
        events++;
    }

    @Override
    public void rejected(RejectedRecord rejected) {
        events++;
    }
}
