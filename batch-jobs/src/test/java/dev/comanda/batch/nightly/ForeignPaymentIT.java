package dev.comanda.batch.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.ops.reconciliation.Reconciliation;
import dev.comanda.ops.testing.PostgresExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A payment in another currency than its order's neither hides the order's own payment nor what a cancellation owes back. */
class ForeignPaymentIT {

    private static final LocalDate DATE = LocalDate.of(2026, 10, 14);

    @RegisterExtension
    static final PostgresExtension completed = new PostgresExtension();

    @RegisterExtension
    static final PostgresExtension cancelled = new PostgresExtension();

    @TempDir
    private Path inbox;

    @Test
    void theOnlyPaymentInTheOrdersCurrencyMatchesItExactly() throws IOException {
        String completion = "\"orderId\": \"o\", \"version\": 2, \"completedAt\": \"2026-10-14T15:00:00Z\"";
        write(placed(), event("completed", "order.completed", completion), paid("p-brl", "BRL"), paid("p-usd", "USD"));
        NightOnDatabase night = new NightOnDatabase(completed.dsl());

        night.run(DATE, inbox);

        assertThat(night.export(Reconciliation.ORDER_PAYMENT, DATE))
                .containsExactly(
                        "BREAK,OVERCAPTURED,,,p-usd,,10.00,USD,-10.00", "MATCHED,,exact,o,p-brl,10.00,10.00,BRL,0.00");
    }

    @Test
    void aCancelledOrderOwesBackWhatWasCapturedInAnyCurrency() throws IOException {
        String cancellation = "\"orderId\": \"o\", \"version\": 2, \"cancelledAt\": \"2026-10-14T15:00:00Z\","
                + " \"cancelledBy\": \"CUSTOMER\", \"stage\": \"READY\", \"reasonCode\": \"x\"";
        write(placed(), event("cancelled", "order.cancelled", cancellation), paid("p-usd", "USD"));
        NightOnDatabase night = new NightOnDatabase(cancelled.dsl());

        night.run(DATE, inbox);

        assertThat(night.export(Reconciliation.ORDER_PAYMENT, DATE))
                .containsExactly("BREAK,CAPTURED_CANCELLED,,o,p-usd,0.00,10.00,BRL,-10.00");
    }

    private void write(String... events) throws IOException {
        Path folder = Files.createDirectories(inbox.resolve("events"));
        Files.write(folder.resolve("ordering.ndjson"), List.of(events));
    }

    private static String placed() {
        return event(
                "placed",
                "order.placed",
                """
                "orderId": "o", "version": 1, "placedAt": "2026-10-14T14:00:00Z", "market": "BR", "city": "recife",
                "customerId": "c", "restaurantId": "r", "currency": "BRL",
                "items": [{"lineId": "1", "sku": "s", "name": "Prato", "quantity": 1, "unitPrice": "10.00"}],
                "amounts": {"items": "10.00", "deliveryFee": "0", "serviceFee": "0", "tip": "0", "discount": "0",
                 "total": "10.00"}""");
    }

    private static String paid(String paymentId, String currency) {
        return event(
                paymentId,
                "payment.captured",
                """
                "paymentId": "%1$s", "orderId": "o", "psp": "adyen", "pspReference": "%1$s", "merchantReference": "%1$s",
                "method": "CARD", "amount": "10.00", "currency": "%2$s", "capturedAt": "2026-10-14T14:00:00Z\""""
                        .formatted(paymentId, currency));
    }

    private static String event(String id, String type, String data) {
        return """
                {"specversion": "1.0", "id": "%s", "source": "/ordering", "type": "ordering.%s.v1", "subject": "o",
                 "time": "2026-10-14T14:00:00Z", "datacontenttype": "application/json", "data": {%s}}"""
                .formatted(id, type, data)
                .replace("\n", " ");
    }
}
