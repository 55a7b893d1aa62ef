package dev.comanda.ops.marketplace;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Money of a customer was captured for an order: {@code ordering.payment.captured.v1}.
 *
 * @param psp the payment service provider by its name in the feeds: adyen, stripe, dlocal or pix
 * @param pspReference the provider's own reference
 * @param merchantReference the reference that we gave to the provider
 * @param amount not negative, in the scale of the currency
 * @param currency ISO 4217
 */
public record PaymentCaptured(
        String paymentId,
        String orderId,
        String psp,
        String pspReference,
        String merchantReference,
        PaymentMethod method,
        BigDecimal amount,
        String currency,
        Instant capturedAt)
        implements MarketplaceEvent {

    /** The São Paulo date of {@code capturedAt}. */
    public LocalDate businessDate() {
        return BusinessDate.of(capturedAt);
    }

    @Override
    public String type() {
        return "ordering.payment.captured.v1";
    }

    @Override
    public Instant occurredAt() {
        return capturedAt;
    }

    @Override
    public BusinessId businessId() {
        return BusinessId.of("payment", paymentId);
    }
}
