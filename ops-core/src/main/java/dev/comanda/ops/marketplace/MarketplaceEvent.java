package dev.comanda.ops.marketplace;

import java.time.Instant;

/**
 * Something that happened in a core service, as its event says it. Every event is well-formed by the rules of the feeds;
 * whether its numbers add up is a law that is checked later, and a breach is a finding, never a refusal.
 *
 * Money is exact: orders and payments have the scale of their currency, accruals and payouts keep the digits written.
 */
public sealed interface MarketplaceEvent
        permits OrderPlaced,
                OrderCompleted,
                OrderCancelled,
                PaymentCaptured,
                RestaurantEarningAccrued,
                RestaurantPayoutInstructed,
                DeliveryCompleted,
                CourierEarningAccrued,
                CourierPayoutInstructed,
                PendingEvent {

    /** The event's type as the feeds write it, with its version. */
    String type();

    /** When it happened, by the event's own data. */
    Instant occurredAt();

    /** What this event is about, in words of the business: two events with equal business ids must say the same. */
    BusinessId businessId();
}
