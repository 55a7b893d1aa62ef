package dev.comanda.batch.feeds;

import dev.comanda.ops.marketplace.MarketplaceEvent;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types of events that the platform knows, each with the rule for its data. */
final class EventTypes {

    private static final Map<String, FieldRule<? extends MarketplaceEvent>> RULES = Map.ofEntries(
            Map.entry("ordering.order.placed.v1", new OrderPlacedRule()),
            Map.entry("ordering.order.completed.v1", new OrderCompletedRule()),
            Map.entry("ordering.order.cancelled.v1", new OrderCancelledRule()),
            Map.entry("ordering.payment.captured.v1", new PaymentCapturedRule()),
            Map.entry("ordering.refund.requested.v1", new RefundRequestedRule()),
            Map.entry("restaurant.application.submitted.v1", new ApplicationSubmittedRule()),
            Map.entry("restaurant.application.amended.v1", new ApplicationAmendedRule()),
            Map.entry("restaurant.order.prepared.v1", new OrderPreparedRule()),
            Map.entry("restaurant.earning.accrued.v1", new RestaurantEarningAccruedRule()),
            Map.entry("restaurant.payout.instructed.v1", new RestaurantPayoutInstructedRule()),
            Map.entry("courier.delivery.completed.v1", new DeliveryCompletedRule()),
            Map.entry("courier.delivery.failed.v1", new DeliveryFailedRule()),
            Map.entry("courier.earning.accrued.v1", new CourierEarningAccruedRule()),
            Map.entry("courier.payout.instructed.v1", new CourierPayoutInstructedRule()));

    private EventTypes() {}

    static @Nullable FieldRule<? extends MarketplaceEvent> ruleOf(String type) {
        return RULES.get(type);
    }

    static Set<String> known() {
        return RULES.keySet();
    }
}
