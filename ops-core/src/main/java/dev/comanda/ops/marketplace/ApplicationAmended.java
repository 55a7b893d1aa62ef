package dev.comanda.ops.marketplace;

import java.time.Instant;

/**
 * A restaurant changed its application: {@code restaurant.application.amended.v1}. An application may be amended often and
 * an amendment has no id of its own, so that it is told apart by its time.
 *
 * @param data the event's data as canonical JSON, kept for what is decided later
 */
public record ApplicationAmended(String applicationId, Instant amendedAt, ApplicationChanges changes, String data)
        implements PendingEvent {

    @Override
    public String type() {
        return "restaurant.application.amended.v1";
    }

    @Override
    public Instant occurredAt() {
        return amendedAt;
    }

    @Override
    public BusinessId businessId() {
        return new BusinessId("application-amendment", applicationId, amendedAt.toString());
    }
}
