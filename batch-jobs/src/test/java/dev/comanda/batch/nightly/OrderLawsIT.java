package dev.comanda.batch.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.ops.testing.PostgresExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a placement says is judged on the day it was placed, however its order goes on. */
class OrderLawsIT {

    private static final LocalDate PLACED = LocalDate.of(2026, 10, 14);
    private static final String BREACH = "ORDER_TOTAL,order-1,10.00,10.01,BRL";

    @RegisterExtension
    static final PostgresExtension unfinished = new PostgresExtension();

    @RegisterExtension
    static final PostgresExtension early = new PostgresExtension();

    @RegisterExtension
    static final PostgresExtension finishedLater = new PostgresExtension();

    @TempDir
    private Path inbox;

    @Test
    void anOrderThatNobodyFinishedBreaksItsLawOnTheDayItWasPlaced() throws IOException {
        write("placed", placed());
        NightOnDatabase night = new NightOnDatabase(unfinished.dsl());

        night.run(PLACED, inbox);
        night.run(PLACED.plusDays(1), inbox);

        assertThat(night.findings(PLACED)).containsExactly(BREACH);
        assertThat(night.findings(PLACED.plusDays(1))).isEmpty();
    }

    @Test
    void anOrderThatWasReadBeforeItsDayIsReportedOnItsDay() throws IOException {
        write("placed", placed());
        NightOnDatabase night = new NightOnDatabase(early.dsl());

        night.run(PLACED.minusDays(1), inbox);
        night.run(PLACED, inbox);

        assertThat(night.findings(PLACED.minusDays(1))).isEmpty();
        assertThat(night.findings(PLACED)).containsExactly(BREACH);
    }

    @Test
    void anOrderThatIsCompletedAfterMidnightIsReportedOnceAndOnTheDayBefore() throws IOException {
        write("placed", placed());
        write("completed", completed());
        NightOnDatabase night = new NightOnDatabase(finishedLater.dsl());

        night.run(PLACED, inbox);
        night.run(PLACED.plusDays(1), inbox);

        assertThat(night.findings(PLACED)).containsExactly(BREACH);
        assertThat(night.findings(PLACED.plusDays(1))).isEmpty();
    }

    private void write(String name, String event) throws IOException {
        Path folder = Files.createDirectories(inbox.resolve("events"));
        Files.writeString(folder.resolve(name + ".ndjson"), event.replaceAll("\\s*\n\\s*", " ") + "\n");
    }

    /** An order of 23:59:59 in São Paulo whose total is a cent too much. */
    private static String placed() {
        return """
                {"specversion": "1.0", "id": "1", "source": "/ordering", "type": "ordering.order.placed.v1",
                 "subject": "order-1", "time": "2026-10-15T02:59:59Z", "datacontenttype": "application/json",
                 "data": {"orderId": "order-1", "version": 1, "placedAt": "2026-10-15T02:59:59Z", "market": "BR",
                  "city": "recife", "customerId": "c", "restaurantId": "r", "currency": "BRL",
                  "items": [{"lineId": "1", "sku": "s", "name": "Prato", "quantity": 1, "unitPrice": "10.00"}],
                  "amounts": {"items": "10.00", "deliveryFee": "0.00", "serviceFee": "0.00", "tip": "0.00",
                   "discount": "0.00", "total": "10.01"}}}
                """;
    }

    private static String completed() {
        return """
                {"specversion": "1.0", "id": "2", "source": "/ordering", "type": "ordering.order.completed.v1",
                 "subject": "order-1", "time": "2026-10-15T03:30:00Z", "datacontenttype": "application/json",
                 "data": {"orderId": "order-1", "version": 2, "completedAt": "2026-10-15T03:30:00Z"}}
                """;
    }
}
