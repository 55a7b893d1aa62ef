package dev.comanda.batch.feeds;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** One good event of each type, with all fields that it may have. */
final class Examples {

    static final Map<String, String> DATA = data();

    private Examples() {}

    /** The whole event of a type, as one line. */
    static String event(String type) {
        return event(type, Objects.requireNonNull(DATA.get(type), type));
    }

    static String event(String type, String data) {
        return """
                {"specversion":"1.0","id":"e-1","source":"/%s","type":"%s","subject":"subject-1",\
                "time":"2026-10-07T12:46:14-03:00","datacontenttype":"application/json","data":%s}"""
                .formatted(type.substring(0, type.indexOf('.')), type, data)
                .replace("\n", "");
    }

    /** The whole event of a type with one thing in it replaced; what is replaced must be there. */
    static String changed(String type, String good, String bad) {
        String event = event(type);
        if (!event.contains(good)) {
            throw new AssertionError(good + " does not stand in " + event);
        }
        return event.replace(good, bad);
    }

    private static Map<String, String> data() {
        Map<String, String> data = new LinkedHashMap<>();
        data.put(
                "ordering.order.placed.v1",
                """
                {"orderId":"ord_1","version":1,"placedAt":"2026-10-07T12:00:00-03:00","market":"BR","city":"recife",
                "customerId":"cus_1","restaurantId":"rst_1","currency":"BRL","discountFundedBy":"PLATFORM",
                "promisedBy":"2026-10-07T12:40:00-03:00","items":[
                {"lineId":"1","sku":"s1","name":"Feijão","quantity":2,"unitPrice":"25.90"},
                {"lineId":"2","sku":"s2","name":"Arroz","quantity":1,"unitPrice":"3.10"}],
                "amounts":{"items":"54.90","deliveryFee":"5.00","serviceFee":"0.99","tip":"0.00","discount":"1.00",
                "total":"59.89"}}""");
        data.put(
                "ordering.order.completed.v1",
                """
                {"orderId":"ord_1","version":2,"completedAt":"2026-10-07T12:46:14-03:00"}""");
        data.put(
                "ordering.order.cancelled.v1",
                """
                {"orderId":"ord_1","version":2,"cancelledAt":"2026-10-07T12:46:14-03:00","cancelledBy":"CUSTOMER",
                "stage":"PREPARING","reasonCode":"CHANGED_MIND"}""");
        data.put(
                "ordering.payment.captured.v1",
                """
                {"paymentId":"pay_1","orderId":"ord_1","psp":"adyen","pspReference":"A00c70","merchantReference":"pay_1",
                "method":"CARD","amount":"59.89","currency":"BRL","capturedAt":"2026-10-07T12:01:00-03:00"}""");
        data.put(
                "ordering.refund.requested.v1",
                """
                {"requestId":"req_1","orderId":"ord_1","customerId":"cus_1","requestedAt":"2026-10-07T14:00:00-03:00",
                "reasonCode":"MISSING_ITEM","items":[{"lineId":"2","quantity":1}],"requestedAmount":"3.10",
                "comment":"faltou","evidence":[{"kind":"PHOTO","uri":"https://example.com/1.jpg"}]}""");
        data.put(
                "restaurant.application.submitted.v1",
                "{\"applicationId\":\"app_1\",\"submittedAt\":\"2026-10-07T14:00:00-03:00\"," + application());
        data.put(
                "restaurant.application.amended.v1",
                "{\"applicationId\":\"app_1\",\"amendedAt\":\"2026-10-08T14:00:00-03:00\",\"changes\":{" + application()
                        + "}");
        data.put(
                "restaurant.order.prepared.v1",
                """
                {"orderId":"ord_1","restaurantId":"rst_1","acceptedAt":"2026-10-07T12:02:00-03:00",
                "readyAt":"2026-10-07T12:20:00-03:00"}""");
        data.put(
                "restaurant.earning.accrued.v1",
                """
                {"accrualId":"acr_1","orderId":"ord_1","restaurantId":"rst_1","currency":"BRL","base":"54.90",
                "commissionRate":"0.23","commission":"12.6270","paymentFee":"1.7568","adjustments":"-0.50",
                "net":"40.0162","accruedAt":"2026-10-07T14:20:52-03:00"}""");
        data.put("restaurant.payout.instructed.v1", payout("restaurantId"));
        data.put(
                "courier.delivery.completed.v1",
                """
                {"deliveryId":"dlv_1","orderId":"ord_1","courierId":"cou_1","assignedAt":"2026-10-07T12:10:00-03:00",
                "pickedUpAt":"2026-10-07T12:21:00-03:00","deliveredAt":"2026-10-07T12:45:00-03:00",
                "distanceMeters":2926,"proof":"CODE"}""");
        data.put(
                "courier.delivery.failed.v1",
                """
                {"deliveryId":"dlv_1","orderId":"ord_1","courierId":"cou_1","failedAt":"2026-10-07T12:45:00-03:00",
                "reasonCode":"CUSTOMER_ABSENT"}""");
        data.put(
                "courier.earning.accrued.v1",
                """
                {"earningId":"ern_1","orderId":"ord_1","courierId":"cou_1","currency":"BRL","base":"5.00",
                "distance":"2.10","tip":"0.00","incentive":"1.00","total":"8.10",
                "accruedAt":"2026-10-07T12:46:00-03:00"}""");
        data.put("courier.payout.instructed.v1", payout("courierId"));
        data.replaceAll((type, text) -> text.replace("\n", ""));
        return data;
    }

    private static String payout(String party) {
        return """
                {"payoutId":"po_1","%s":"party_1","periodStart":"2026-10-01","periodEnd":"2026-10-08","currency":"BRL",
                "amount":"281.63","residual":"-0.004","bankReference":"CMDD1D9ED17E3",
                "instructedAt":"2026-10-08T10:00:00-03:00"}"""
                .formatted(party);
    }

    private static String application() {
        return """
                "market":"BR","legalName":"Sabor Ltda","tradeName":"Sabor","taxId":"11222333000181",
                "cnaeCodes":["5611-2/01"],"address":{"street":"Rua A","number":"10","district":"Centro","city":"Recife",
                "state":"PE","postalCode":"50000-000","latitude":-8.05,"longitude":"-34.9"},
                "contact":{"name":"Ana","email":"ana@example.com","phone":"+5581999999999"},
                "owners":[{"name":"Ana","taxId":"52998224725","share":"0.5"}],
                "bankAccount":{"bankCode":"341","branch":"0001","account":"12345","checkDigit":"6",
                "holderTaxId":"11222333000181"},
                "documents":[{"kind":"LICENCE","uri":"https://example.com/l.pdf","sha256":"ab12",
                "issuedAt":"1998-05-01","expiresAt":"2031-01-01T00:00:00Z"}],
                "menu":[{"sku":"s1","name":"Feijão","category":"PRATOS","price":"25.90","currency":"BRL"}],
                "commissionPlan":"BASIC","openingHours":[{"day":"MON","from":"11:00","to":"22:00"}]}""";
    }
}
