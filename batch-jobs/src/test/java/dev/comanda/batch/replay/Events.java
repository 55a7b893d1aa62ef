package dev.comanda.batch.replay;

import java.nio.charset.StandardCharsets;

/** An order's events as lines of a feed; what is given as an amount stands there as it is, right or wrong. */
final class Events {

    private Events() {}

    static String placed(String id, String total) {
        return event(
                id,
                "ordering.order.placed.v1",
                """
                {"orderId":"ord_1","version":1,"placedAt":"2026-11-18T12:00:00-03:00","market":"BR","city":"Santos",
                "customerId":"c","restaurantId":"r","currency":"BRL","items":[{"lineId":"l","sku":"s","name":"n","quantity":1,
                "unitPrice":%1$s}],"amounts":{"items":%1$s,"deliveryFee":"0","serviceFee":"0","tip":"0","discount":"0",
                "total":%1$s}}"""
                        .formatted(total));
    }

    static String completed(String id) {
        return event(
                id,
                "ordering.order.completed.v1",
                "{\"orderId\":\"ord_1\",\"version\":2,\"completedAt\":\"2026-11-18T13:00:00-03:00\"}");
    }

    static String captured(String id, String amount) {
        return event(
                id,
                "ordering.payment.captured.v1",
                """
                {"paymentId":"pay_1","orderId":"ord_1","psp":"adyen","pspReference":"P","merchantReference":"M","method":"CARD",
                "amount":%s,"currency":"BRL","capturedAt":"2026-11-18T12:01:00-03:00"}"""
                        .formatted(amount));
    }

    private static String event(String id, String type, String data) {
        return """
                {"specversion":"1.0","id":"e-%s","source":"/ordering","type":"%s","subject":"ord_1",
                "time":"2026-11-18T12:00:00-03:00","datacontenttype":"application/json","data":%s}"""
                .formatted(id, type, data)
                .replace("\n", "");
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
