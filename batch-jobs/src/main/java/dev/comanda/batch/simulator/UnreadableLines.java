package dev.comanda.batch.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a feed should not hold and sometimes does: lines that are no events, events that conflict, unknown types. */
final class UnreadableLines {

    private static final String END_OF_EVENT = "}}\n";
    private static final int ORDERS_PER_UNKNOWN_TYPE = 500;

    private final Ids ids;
    private final EventDelivery delivery;
    private final long time;
    private final Line line = new Line();
    private int rejected;
    private int ignored;

    UnreadableLines(Ids ids, EventDelivery delivery, long date) {
        this.ids = ids;
        this.delivery = delivery;
        this.time = SaoPauloTime.at(date, SaoPauloTime.SECONDS_PER_DAY / 2);
    }

    int rejected() {
        return rejected;
    }

    int ignored() {
        return ignored;
    }

    /** Delivers the events once more, each with a member in its data that the first delivery did not have. */
    void conflicting(List<byte[]> events) throws IOException {
        for (byte[] event : events) {
            String text = new String(event, StandardCharsets.UTF_8);
            String body = text.substring(0, text.length() - END_OF_EVENT.length());
            reject((body + ",\"note\":\"conflict\"" + END_OF_EVENT).getBytes(StandardCharsets.UTF_8));
        }
    }

    void broken() throws IOException {
        cutOff();
        rejectCapture("");
        numberAsAmount();
        rejectCapture(",\"amount\":\"2.59e1\"");
        notUtf8();
    }

    void cutOff() throws IOException {
        reject("{\"specversion\":\"1.0\",\"id\":\"cut-off\"\n".getBytes(StandardCharsets.US_ASCII));
    }

    void numberAsAmount() throws IOException {
        rejectCapture(",\"amount\":25.90");
    }

    void notUtf8() throws IOException {
        ByteArrayOutputStream notUtf8 = new ByteArrayOutputStream();
        begin("ordering.order.completed.v1").text("\"orderId\":\"").writeTo(notUtf8);
        notUtf8.write(0xC3);
        notUtf8.write('(');
        notUtf8.write(("\"" + END_OF_EVENT).getBytes(StandardCharsets.US_ASCII));
        reject(notUtf8.toByteArray());
    }

    void unknownTypes(int orders) throws IOException {
        for (int left = 1 + orders / ORDERS_PER_UNKNOWN_TYPE; left > 0; left--) {
            delivery.deliverLast(begin("ordering.order.rated.v1")
                    .text("\"stars\":5")
                    .text(END_OF_EVENT)
                    .copy());
            ignored++;
        }
    }

    private void rejectCapture(String amount) throws IOException {
        reject(begin("ordering.payment.captured.v1")
                .text("\"paymentId\":\"")
                .id(ids.next("pay_"))
                .text("\",\"psp\":\"adyen\",\"currency\":\"BRL\"")
                .text(amount)
                .text(END_OF_EVENT)
                .copy());
    }

    private void reject(byte[] bytes) throws IOException {
        delivery.deliverLast(bytes);
        rejected++;
    }

    private Line begin(String type) {
        return EventEnvelope.begin(line.clear(), ids.next("evt_"), OrderingEvents.FEED, type, ids.next("ord_"), time);
    }
}
