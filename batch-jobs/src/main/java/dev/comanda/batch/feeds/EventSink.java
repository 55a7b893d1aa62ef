package dev.comanda.batch.feeds;

import dev.comanda.ops.ingest.RejectedRecord;
import dev.comanda.ops.marketplace.EventKeys;
import dev.comanda.ops.marketplace.MarketplaceEvent;

/** Takes what a feed holds. Every line that is not blank reaches exactly one of these methods, in the order of the lines. */
public interface EventSink {

    /** An event by all rules of the feeds; whether it is a duplicate or a conflict is for the sink to find by its keys. */
    void accepted(long line, EventKeys keys, MarketplaceEvent event);

    /** A type that the platform does not know: counted, no error. */
    void ignored(long line, String type);

    /** What cannot be an event. */
    void rejected(RejectedRecord rejected);
}
