package dev.comanda.batch.ingest;

import dev.comanda.batch.feeds.EventSink;
import dev.comanda.ops.ingest.RejectedRecord;
import dev.comanda.ops.ingest.loading.SourceLoad;
import dev.comanda.ops.marketplace.EventKeys;
import dev.comanda.ops.marketplace.MarketplaceEvent;
import dev.comanda.ops.marketplace.loading.EventLoad;

/** Hands a feed's events to their load, and its rejects to their source. */
final class FeedSink implements EventSink {

    private final EventLoad load;
    private final SourceLoad source;
    private long ignored;

    FeedSink(EventLoad load, SourceLoad source) {
        this.load = load;
        this.source = source;
    }

    @Override
    public void accepted(long line, EventKeys keys, MarketplaceEvent event) {
        load.add(line, keys, event);
    }

    @Override
    public void ignored(long line, String type) {
        ignored++;
    }

    @Override
    public void rejected(RejectedRecord rejected) {
        source.reject(rejected);
    }

    long ignored() {
        return ignored;
    }
}
