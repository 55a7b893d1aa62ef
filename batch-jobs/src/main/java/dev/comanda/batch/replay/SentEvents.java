package dev.comanda.batch.replay;

import dev.comanda.batch.feeds.EventSink;
import dev.comanda.ops.ingest.RejectedRecord;
import dev.comanda.ops.ingest.loading.SourceLoad;
import dev.comanda.ops.marketplace.EventKeys;
import dev.comanda.ops.marketplace.MarketplaceEvent;
import dev.comanda.ops.marketplace.loading.EventLoad;
import java.util.ArrayList;
import java.util.List;

/** Hands what a replay sends to its load, and keeps which lines were of an unknown type. */
final class SentEvents implements EventSink {

    private final EventLoad load;
    private final SourceLoad source;
    private final List<Long> ignored = new ArrayList<>();

    SentEvents(EventLoad load, SourceLoad source) {
        this.load = load;
        this.source = source;
    }

    @Override
    public void accepted(long line, EventKeys keys, MarketplaceEvent event) {
        load.add(line, keys, event);
    }

    @Override
    public void ignored(long line, String type) {
        ignored.add(line);
    }

    @Override
    public void rejected(RejectedRecord rejected) {
        source.reject(rejected);
    }

    List<Long> ignored() {
        return ignored;
    }
}
