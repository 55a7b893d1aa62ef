package dev.comanda.batch.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.ops.reconciliation.Reconciliation;
import dev.comanda.ops.testing.PostgresExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** An order that is posted, and says something else later. */
class LedgerOrderChangesIT {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 18);
    private static final LocalDate SECOND = FIRST.plusDays(1);
    private static final LocalDate THIRD = FIRST.plusDays(2);

    @RegisterExtension
    static final PostgresExtension changed = new PostgresExtension();

    @RegisterExtension
    static final PostgresExtension behind = new PostgresExtension();

    @RegisterExtension
    static final PostgresExtension between = new PostgresExtension();

    @RegisterExtension
    static final PostgresExtension torn = new PostgresExtension();

    @RegisterExtension
    static final PostgresExtension paid = new PostgresExtension();

    @TempDir
    Path inbox;

    @Test
    void anUnmatchedOrderIsPostedAsItIsAndAMatchedOneAsItWasMatched() throws IOException {
        NightOnDatabase nights = new NightOnDatabase(changed.dsl());
        write("1", placed(1, "10.00") + completed(2));
        nights.run(FIRST, inbox);
        assertThat(nights.post(FIRST)).isEmpty();
        assertThat(proceeds(nights, FIRST)).isEqualTo("-10.00");

        // Two versions between two nights: only the last is posted.
        write("2", placed(3, "12.00"));
        write("3", placed(4, "13.00") + paid("13.00"));
        nights.run(SECOND, inbox);
        assertThat(nights.post(SECOND)).isEmpty();
        assertThat(proceeds(nights, SECOND)).isEqualTo("-13.00");

        write("4", placed(5, "15.00"));
        nights.run(THIRD, inbox);
        assertThat(nights.post(THIRD)).isEmpty();
        assertThat(proceeds(nights, THIRD)).isEqualTo("-13.00");
        assertThat(nights.findings(THIRD)).containsExactly("ORDER_CHANGED,o1,13.00,15.00,BRL");
    }

    @Test
    void aDateThatWasRunAgainAndNotPostedIsPostedByTheNext() throws IOException {
        NightOnDatabase nights = new NightOnDatabase(behind.dsl());
        write("1", placed(1, "10.00") + completed(2));
        nights.run(FIRST, inbox);
        nights.post(FIRST);
        write("2", paid("10.00"));
        nights.run(FIRST, inbox);

        nights.reconcile(SECOND);

        assertThat(nights.post(SECOND)).isEmpty();
        assertThat(nights.journals(FIRST)).hasSize(2);
        assertThat(nights.ledger().postedOn(SECOND)).isEmpty();
    }

    @Test
    void aVersionThatCommitsAfterTheCutIsPostedByTheNextNight() throws IOException {
        NightOnDatabase nights = new NightOnDatabase(between.dsl());
        write("1", placed(1, "10.00") + completed(2));
        nights.run(FIRST, inbox);
        write("2", placed(3, "12.00"));
        nights.read(inbox);

        assertThat(nights.post(FIRST)).isEmpty();
        assertThat(proceeds(nights, FIRST)).isEqualTo("-10.00");

        nights.reconcile(SECOND);
        assertThat(nights.post(SECOND)).isEmpty();
        assertThat(proceeds(nights, SECOND)).isEqualTo("-12.00");
    }

    @Test
    void aVersionThatCommitsBetweenTheCutAndTheReconciliationCountsFromTheNextNight() throws IOException {
        NightOnDatabase nights = new NightOnDatabase(torn.dsl());
        write("1", placed(1, "10.00") + completed(2));
        nights.read(inbox);
        nights.take(FIRST);
        write("2", placed(3, "12.00"));
        nights.read(inbox);
        nights.reconcileWhatIsTaken(FIRST);

        assertThat(nights.post(FIRST)).isEmpty();
        assertThat(proceeds(nights, FIRST)).isEqualTo("-10.00");
        assertThat(nights.export(Reconciliation.ORDER_PAYMENT, FIRST))
                .containsExactly("BREAK,UNPAID_ORDER,,o1,,10.00,,BRL,10.00");

        // Left open, and changed again in the same moment of the next night.
        nights.take(SECOND);
        write("3", placed(4, "13.00") + paid("12.00"));
        nights.read(inbox);
        nights.reconcileWhatIsTaken(SECOND);

        assertThat(nights.post(SECOND)).isEmpty();
        assertThat(proceeds(nights, SECOND)).isEqualTo("-12.00");

        nights.reconcile(THIRD);
        assertThat(nights.post(THIRD)).isEmpty();
        assertThat(proceeds(nights, THIRD)).isEqualTo("-13.00");
    }

    @Test
    void whatWasPaidAtTheCutIsMatchedThoughTheOrderSaysSomethingElseByNow() throws IOException {
        NightOnDatabase nights = new NightOnDatabase(paid.dsl());
        write("1", placed(1, "10.00") + completed(2) + paid("10.00"));
        nights.read(inbox);
        nights.take(FIRST);
        write("2", placed(3, "12.00"));
        nights.read(inbox);
        nights.reconcileWhatIsTaken(FIRST);

        assertThat(nights.post(FIRST)).isEmpty();
        assertThat(nights.export(Reconciliation.ORDER_PAYMENT, FIRST))
                .containsExactly("MATCHED,,exact,o1,p1,10.00,10.00,BRL,0.00");

        nights.reconcile(SECOND);
        assertThat(nights.post(SECOND)).isEmpty();
        assertThat(nights.findings(SECOND)).containsExactly("ORDER_CHANGED,o1,10.00,12.00,BRL");
    }

    private static String proceeds(NightOnDatabase nights, LocalDate date) {
        return nights.ledger().trialBalance(date).stream()
                .filter(each -> each.account().equals("order-proceeds"))
                .map(each -> each.balance().toPlainString())
                .findFirst()
                .orElse("");
    }

    private void write(String name, String events) throws IOException {
        Files.writeString(Files.createDirectories(inbox.resolve("events")).resolve(name + ".ndjson"), events);
    }

    private static String placed(int version, String total) {
        return event(
                "placed-" + version,
                "ordering.order.placed.v1",
                """
                {"orderId":"o1","version":%d,"placedAt":"2026-11-18T11:00:00-03:00","market":"BR","city":"Recife",\
                "customerId":"c1","restaurantId":"r1","currency":"BRL","items":[{"lineId":"1","sku":"s","name":"n",\
                "quantity":1,"unitPrice":"%s"}],"amounts":{"items":"%s","deliveryFee":"0.00","serviceFee":"0.00",\
                "tip":"0.00","discount":"0.00","total":"%s"}}"""
                        .formatted(version, total, total, total));
    }

    private static String completed(int version) {
        return event(
                "completed",
                "ordering.order.completed.v1",
                "{\"orderId\":\"o1\",\"version\":%d,\"completedAt\":\"2026-11-18T12:00:00-03:00\"}".formatted(version));
    }

    private static String paid(String amount) {
        return event(
                "paid",
                "ordering.payment.captured.v1",
                """
                {"paymentId":"p1","orderId":"o1","psp":"pix","pspReference":"E1","merchantReference":"m1","method":"PIX",\
                "amount":"%s","currency":"BRL","capturedAt":"2026-11-18T12:00:00-03:00"}"""
                        .formatted(amount));
    }

    private static String event(String id, String type, String data) {
        return """
                {"specversion":"1.0","id":"%s","source":"/ordering","type":"%s","subject":"o1",\
                "time":"2026-11-18T12:00:00-03:00","datacontenttype":"application/json","data":%s}
                """
                .formatted(id, type, data);
    }
}
