package dev.comanda.ops.marketplace;

/** An event that no reconciliation looks at: it is kept whole for the features that decide on it. */
public sealed interface PendingEvent extends MarketplaceEvent
        permits RefundRequested, ApplicationSubmitted, ApplicationAmended, OrderPrepared, DeliveryFailed {

    /**
     * The event's data as canonical JSON: members sorted by name, no white space, money without trailing zeros, unknown
     * members kept.
     */
    String data();
}
