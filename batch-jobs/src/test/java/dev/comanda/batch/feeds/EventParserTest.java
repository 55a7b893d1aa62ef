package dev.comanda.batch.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.ops.ingest.ReasonCode;
import dev.comanda.ops.marketplace.ApplicationAmended;
import dev.comanda.ops.marketplace.ApplicationSubmitted;
import dev.comanda.ops.marketplace.CourierEarningAccrued;
import dev.comanda.ops.marketplace.DeliveryCompleted;
import dev.comanda.ops.marketplace.DiscountFunder;
import dev.comanda.ops.marketplace.OrderCompleted;
import dev.comanda.ops.marketplace.OrderPlaced;
import dev.comanda.ops.marketplace.PaymentCaptured;
import dev.comanda.ops.marketplace.PendingEvent;
import dev.comanda.ops.marketplace.RefundRequested;
import dev.comanda.ops.marketplace.RestaurantEarningAccrued;
import dev.comanda.ops.marketplace.RestaurantPayoutInstructed;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventParserTest {

    private static final String PLACED = "ordering.order.placed.v1";
    private static final String COMPLETED = "ordering.order.completed.v1";
    private static final String CAPTURED = "ordering.payment.captured.v1";
    private static final String ACCRUED = "restaurant.earning.accrued.v1";
    private static final String PAYOUT = "restaurant.payout.instructed.v1";

    static Iterable<String> types() {
        return Examples.DATA.keySet();
    }

    @ParameterizedTest
    @MethodSource("types")
    void readsEachTypeIntoARecordThatKnowsItsType(String type) {
        assertThat(RecordedEvents.accepted(Examples.event(type)).event().type()).isEqualTo(type);
    }

    @Test
    void knowsExactlyTheTypesOfTheContract() {
        assertThat(EventTypes.known()).containsExactlyInAnyOrderElementsOf(Examples.DATA.keySet());
    }

    @Test
    void readsAnOrderWithItsLinesAndSums() {
        OrderPlaced order =
                (OrderPlaced) RecordedEvents.accepted(Examples.event(PLACED)).event();

        assertThat(order.placedAt()).isEqualTo(Instant.parse("2026-10-07T15:00:00Z"));
        assertThat(order.items()).hasSize(2);
        assertThat(order.items().get(0).name()).isEqualTo("Feijão");
        assertThat(order.linesTotal()).isEqualTo(new BigDecimal("54.90"));
        assertThat(order.amounts().total()).isEqualTo(new BigDecimal("59.89"));
        assertThat(order.discountFundedBy()).isEqualTo(DiscountFunder.PLATFORM);
    }

    @Test
    void givesMoneyOfOrdersAndPaymentsTheScaleOfItsCurrency() {
        PaymentCaptured payment = (PaymentCaptured)
                RecordedEvents.accepted(changed(CAPTURED, "59.89", "25.9")).event();

        assertThat(payment.amount()).isEqualTo(new BigDecimal("25.90"));
        assertThat(payment.businessDate()).isEqualTo(LocalDate.of(2026, 10, 7));
    }

    @Test
    void keepsTheDigitsOfAccrualsAndPayouts() {
        RestaurantEarningAccrued accrual = (RestaurantEarningAccrued)
                RecordedEvents.accepted(Examples.event(ACCRUED)).event();
        RestaurantPayoutInstructed payout = (RestaurantPayoutInstructed)
                RecordedEvents.accepted(Examples.event(PAYOUT)).event();

        assertThat(accrual.commission()).isEqualTo(new BigDecimal("12.6270"));
        assertThat(accrual.adjustments()).isEqualTo(new BigDecimal("-0.50"));
        assertThat(payout.residual()).isEqualTo(new BigDecimal("-0.004"));
        assertThat(payout.periodEnd()).isEqualTo(LocalDate.of(2026, 10, 8));
    }

    @Test
    void takesOptionalFieldsThatAreNullAsAbsent() {
        String event = changed("courier.earning.accrued.v1", "\"orderId\":\"ord_1\"", "\"orderId\":null");
        String without = changed("courier.earning.accrued.v1", "\"orderId\":\"ord_1\",", "");

        assertThat(((CourierEarningAccrued) RecordedEvents.accepted(event).event()).orderId())
                .isNull();
        assertThat(RecordedEvents.accepted(event)).isEqualTo(RecordedEvents.accepted(without));
    }

    @Test
    void readsDataThatStandsBeforeTheType() {
        String data = Examples.DATA.get(PLACED);
        String event = "{\"data\": " + data
                + ",\"datacontenttype\":\"application/json\",\"time\":\"2026-10-07T12:46:14-03:00\","
                + "\"subject\":\"subject-1\",\"id\":\"e-1\",\"source\":\"/ordering\",\"type\":\"" + PLACED
                + "\",\"specversion\":\"1.0\"}";

        assertThat(RecordedEvents.accepted(event)).isEqualTo(RecordedEvents.accepted(Examples.event(PLACED)));
    }

    @Test
    void readsFromTheMiddleOfABufferAlsoWhereDataComesFirst() {
        String event = Examples.event(PLACED);
        int data = event.indexOf("\"data\":");
        String dataFirst = "{" + event.substring(data, event.length() - 1) + "," + event.substring(1, data - 1) + "}";
        for (String each : List.of(event, dataFirst)) {
            byte[] buffer = ("xxx" + each + "yyy").getBytes(StandardCharsets.UTF_8);
            RecordedEvents events = new RecordedEvents();
            new EventParser().parse(1, buffer, 3, buffer.length - 6, events);

            assertThat(events.accepted).containsExactly(RecordedEvents.accepted(event));
        }
    }

    @Test
    void tellsExactlyOneThingOfAnyBytes() {
        Random random = new Random(42);
        EventParser parser = new EventParser();
        List<String> types = List.copyOf(Examples.DATA.keySet());
        for (int round = 0; round < 20_000; round++) {
            byte[] event = Examples.event(types.get(round % types.size())).getBytes(StandardCharsets.UTF_8);
            for (int change = 0; change <= round % 3; change++) {
                event[random.nextInt(event.length)] = (byte) random.nextInt(256);
            }
            RecordedEvents events = new RecordedEvents();
            parser.parse(round, event, 0, event.length - random.nextInt(2), events);

            assertThat(events.accepted.size() + events.ignored.size() + events.rejected.size())
                    .isEqualTo(1);
        }
    }

    @Test
    void keepsTheDataOfPendingEventsAsCanonicalJson() {
        PendingEvent request = (PendingEvent) RecordedEvents.accepted(
                        Examples.event(
                                "ordering.refund.requested.v1",
                                "{ \"reasonCode\":\"LATE\", \"requestId\":\"r\\u0031\", \"orderId\":\"o\",\"customerId\":\"c\",\"comment\":null,"
                                        + "\"requestedAt\":\"2026-10-07T14:00:00Z\",\"requestedAmount\":\"03.10\",\"x\":[1.50,{}]}"))
                .event();

        assertThat(request.data())
                .isEqualTo("{\"customerId\":\"c\",\"orderId\":\"o\",\"reasonCode\":\"LATE\",\"requestId\":\"r1\","
                        + "\"requestedAmount\":\"3.1\",\"requestedAt\":\"2026-10-07T14:00:00Z\",\"x\":[1.5,{}]}");
        assertThat(((RefundRequested) request).items()).isEmpty();
    }

    @Test
    void readsApplicationsAndTheirAmendments() {
        ApplicationSubmitted submitted =
                (ApplicationSubmitted) RecordedEvents.accepted(Examples.event("restaurant.application.submitted.v1"))
                        .event();
        ApplicationAmended amended = (ApplicationAmended) RecordedEvents.accepted(
                        Examples.event(
                                "restaurant.application.amended.v1",
                                "{\"applicationId\":\"a\",\"amendedAt\":\"2026-10-07T14:00:00Z\",\"changes\":{\"taxId\":\"1\"}}"))
                .event();

        assertThat(submitted.documents().get(0).issuedAt()).isEqualTo(LocalDate.of(1998, 5, 1));
        assertThat(submitted.documents().get(0).expiresAt()).isEqualTo(LocalDate.of(2030, 12, 31));
        assertThat(submitted.address().latitude()).isEqualByComparingTo("-8.05");
        assertThat(amended.changes().taxId()).isEqualTo("1");
        assertThat(amended.changes().menu()).isNull();
    }

    @Test
    void takesTheBusinessDateInSaoPaulo() {
        String event = changed(COMPLETED, "2026-10-07T12:46:14-03:00\"}}", "2026-10-08T02:59:59.999999999Z\"}}");
        OrderCompleted order = (OrderCompleted) RecordedEvents.accepted(event).event();

        assertThat(order.businessDate()).isEqualTo(LocalDate.of(2026, 10, 7));
        assertThat(order.completedAt()).isEqualTo(Instant.parse("2026-10-08T02:59:59.999999Z"));
    }

    @Test
    void takesANotYetKnownDistanceOfZero() {
        DeliveryCompleted delivery =
                (DeliveryCompleted) RecordedEvents.accepted(changed("courier.delivery.completed.v1", "2926", "0"))
                        .event();

        assertThat(delivery.distanceMeters()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.00", "00.10", "999999999999999999.99", "25", "25.9", "25.90"})
    void takesPlainDecimals(String amount) {
        PaymentCaptured payment = (PaymentCaptured)
                RecordedEvents.accepted(changed(CAPTURED, "59.89", amount)).event();

        assertThat(payment.amount()).isEqualTo(new BigDecimal(amount).setScale(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "25.905",
                "25.900",
                "1e308",
                "1E2",
                "NaN",
                "Infinity",
                "",
                ".5",
                "5.",
                "+5",
                "-5",
                "-0.00",
                " 5",
                "5 ",
                "1,50",
                "0x1",
                "1.2.3",
                "-",
                "1000000000000000000",
                "123456789012345678901234567890",
                "٣",
                "5.0000000000000000001"
            })
    void refusesAmountsThatAreNoPlainDecimalsOfTheCurrency(String amount) {
        assertThat(RecordedEvents.rejected(changed(CAPTURED, "59.89", amount)))
                .startsWith("SCHEMA_VIOLATION: data.amount ")
                .contains("\"" + amount + "\"");
    }

    @Test
    void refusesAmountsThatAreNumbers() {
        assertThat(RecordedEvents.rejected(changed(CAPTURED, "\"59.89\"", "59.89")))
                .isEqualTo("SCHEMA_VIOLATION: data.amount must be a decimal string such as \"25.90\","
                        + " but is the number 59.89");
    }

    @ParameterizedTest
    @CsvSource({"JPY, 5, true", "JPY, 5.0, false", "KWD, 5.123, true", "KWD, 5.1234, false", "CLF, 5.1234, true"})
    void takesAsManyDecimalsAsTheCurrencyHas(String currency, String amount, boolean isTaken) {
        String event = changed(CAPTURED, "59.89", amount).replace("BRL", currency);

        assertThat(RecordedEvents.of(event).accepted).hasSize(isTaken ? 1 : 0);
    }

    @Test
    void namesTheFieldInsideListsAndObjects() {
        assertThat(RecordedEvents.rejected(changed(PLACED, "3.10", "3.101")))
                .isEqualTo("SCHEMA_VIOLATION: data.items[1].unitPrice may have at most 2 digits after the point in BRL,"
                        + " but is \"3.101\"");
        assertThat(RecordedEvents.rejected(changed(PLACED, "\"tip\":\"0.00\",", "")))
                .isEqualTo("SCHEMA_VIOLATION: data.amounts.tip is missing or null");
    }

    @ParameterizedTest
    @CsvSource({"12.627000, true", "12.6270000, false", "-12.6270, false"})
    void takesSixDecimalsForAccrualsAndNoSign(String commission, boolean isTaken) {
        assertThat(RecordedEvents.of(changed(ACCRUED, "12.6270", commission)).accepted)
                .hasSize(isTaken ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"brl", "XXX", "BR", "''", "DEM"})
    void refusesWhatIsNoCurrency(String currency) {
        assertThat(RecordedEvents.rejected(changed(CAPTURED, "BRL", currency)))
                .startsWith("SCHEMA_VIOLATION: data.currency ");
    }

    @ParameterizedTest
    @CsvSource({"1, true", "64, true", "65, false", "0, false"})
    void takesIdsOf1To64Characters(int length, boolean isTaken) {
        String id = "😀".repeat(length);

        assertThat(RecordedEvents.of(changed(COMPLETED, "ord_1", id)).accepted).hasSize(isTaken ? 1 : 0);
        assertThat(RecordedEvents.of(changed(COMPLETED, "\"e-1\"", "\"" + id + "\"")).accepted)
                .hasSize(isTaken ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "2147483648", "99999999999999999999", "1.0", "1e0", "\"1\"", "true", "[1]"})
    void refusesVersionsThatAreNoPositiveInt(String version) {
        assertThat(RecordedEvents.rejected(changed(COMPLETED, "\"version\":2", "\"version\":" + version)))
                .startsWith("SCHEMA_VIOLATION: data.version ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-10-07T12:46:14",
                "2026-10-07",
                "2026-10-07 12:46:14Z",
                "0000-01-01T00:00:00Z",
                "9999-12-31T00:00:00Z",
                "1999-12-31T23:59:59Z",
                "2100-01-01T00:00:00Z",
                "2026-02-29T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-10-07T24:00:00Z",
                "2026-10-07T12:60:00Z",
                "2026-10-07T12:00:60Z",
                "2026-10-07T12:00:00.Z",
                "2026-10-07T12:00:00.1",
                "2026-10-07T12:00:00+0300",
                "2026-10-07T12:00:00+24:00",
                "2026-10-07T12:00:00-03:60",
                "2026-10-07T12:00:00[UTC]",
                "",
                "yesterday",
                "2026-10-07T12:00Z",
                "+2026-10-07T12:00:00Z"
            })
    void refusesTimesThatRfc3339OrTheCalendarDoesNotKnow(String time) {
        assertThat(RecordedEvents.rejected(changed(COMPLETED, "2026-10-07T12:46:14-03:00\"}}", time + "\"}}")))
                .startsWith("SCHEMA_VIOLATION: data.completedAt ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-10-07T12:46:14Z",
                "2026-10-07t12:46:14z",
                "2026-10-07T12:46:14.123456789123Z",
                "2024-02-29T00:00:00-00:00",
                "2000-01-01T12:00:00+00:00",
                "2099-12-31T23:59:59-23:59"
            })
    void takesTimesOfRfc3339(String time) {
        assertThat(RecordedEvents.of(changed(COMPLETED, "2026-10-07T12:46:14-03:00\"}}", time + "\"}}")).accepted)
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-10-1", "2026-02-30", "20261001", "1999-12-31", "2100-01-01", "2026-10-01T00:00:00Z"})
    void refusesDatesThatAreNone(String date) {
        assertThat(RecordedEvents.rejected(changed(PAYOUT, "2026-10-01", date)))
                .startsWith("SCHEMA_VIOLATION: data.periodStart ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"specversion\":\"1.0\"  | \"specversion\":\"1.1\" | specversion",
                "\"id\":\"e-1\"           | \"id\":\"\"             | id",
                "\"id\":\"e-1\"           | \"id\":7                | id",
                "\"id\":\"e-1\"           | \"id\":null             | id",
                "\"source\":\"/ordering\" | \"source\":\"/courier\" | source",
                "\"source\":\"/ordering\" | \"source\":\"/billing\" | source",
                "\"subject\":\"subject-1\"| \"subject\":\"\"        | subject",
                "2026-10-07T12:46:14-03:00\",\"datac | yesterday\",\"datac | time",
                "application/json         | text/plain              | datacontenttype",
                "\"data\":{               | \"other\":{             | data",
                "\"type\":\"ordering      | \"kind\":\"ordering     | type",
            })
    void refusesEnvelopesThatBreakARule(String good, String bad, String field) {
        String event = Examples.event(COMPLETED);
        assertThat(event).contains(good);

        assertThat(RecordedEvents.rejected(event.replace(good, bad))).startsWith("SCHEMA_VIOLATION: " + field + " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CARD", "ADYEN", "cash", ""})
    void refusesValuesThatAreNotInTheList(String psp) {
        assertThat(RecordedEvents.rejected(changed(CAPTURED, "adyen", psp)))
                .isEqualTo(
                        "SCHEMA_VIOLATION: data.psp must be one of adyen, stripe, dlocal, pix, but is \"" + psp + "\"");
    }

    @Test
    void ignoresUnknownTypesWhateverElseIsWrongWithThem() {
        assertThat(RecordedEvents.of("{\"type\":\"ordering.order.rated.v1\"}").ignored)
                .isEqualTo(List.of("ordering.order.rated.v1"));
        assertThat(RecordedEvents.of("{\"data\":7,\"id\":7,\"type\":\"x\"}").ignored)
                .isEqualTo(List.of("x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"specversion\":\"1.0\",\"id\":\"broken-1\"",
                "",
                "hello",
                "{\"type\":\"x\",\"type\":\"x\"}",
                "{\"type\":\"x\",\"data\":{\"a\":1,\"b\":2,\"a\":1}}",
                "{\"type\":\"x\",\"e\":1,\"e\":null}",
                "{\"type\":\"x\"} {}",
                "{\"type\":\"x\"}]",
                "{\"type\":\"x\",\"data\":NaN}",
                "{\"type\":\"x\",\"data\":01}",
                "{\"type\":\"x\",\"data\":'a'}",
                "{\"type\":\"x\",}",
                "{\"type\":\"x\" /* */}",
                "{\"type\":\"x\",\"data\":\"a\tb\"}",
                "{\"type\":\"ordering.order.completed.v1\",\"version\":\"no\",\"data\":{\"version\":0}",
            })
    void refusesWhatIsNoStrictJson(String line) {
        assertThat(RecordedEvents.rejected(line)).startsWith("MALFORMED_JSON: ");
    }

    @Test
    void refusesMembersThatAreThereTwiceInKnownData() {
        assertThat(RecordedEvents.rejected(changed(COMPLETED, "\"version\":2", "\"version\":2,\"version\":2")))
                .startsWith("MALFORMED_JSON: ")
                .contains("\"version\" is there twice");
    }

    @Test
    void refusesJsonThatNestsTooDeep() {
        String deep = "[".repeat(5000) + "]".repeat(5000);

        assertThat(RecordedEvents.rejected("{\"type\":\"x\",\"data\":" + deep + "}"))
                .startsWith("MALFORMED_JSON: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"text\"", "7", "null", "true"})
    void refusesJsonThatIsNoObject(String line) {
        assertThat(RecordedEvents.rejected(line)).startsWith("SCHEMA_VIOLATION: an event must be an object");
    }

    @Test
    void refusesNumbersThatNoDatabaseTakes() {
        assertThat(RecordedEvents.rejected(changed(COMPLETED, "\"version\":2", "\"version\":2,\"x\":1e999999")))
                .startsWith("SCHEMA_VIOLATION: data.x ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"c328", "c080", "eda080", "f4908080", "80", "ff", "e282", "f0808080", "00"})
    void refusesBytesThatAreNoText(String hex) {
        byte[] bad = java.util.HexFormat.of().parseHex(hex);
        byte[] event = Examples.event(COMPLETED).getBytes(StandardCharsets.UTF_8);
        for (int at = 60; at < 68; at++) {
            byte[] broken = event.clone();
            System.arraycopy(bad, 0, broken, at, bad.length);
            assertThat(RecordedEvents.rejected(broken)).startsWith("UNREADABLE_TEXT: byte " + (at + 1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud800", "\\udc00x", "\\ud800\\ud800"})
    void refusesEscapesThatAreNoText(String escape) {
        assertThat(RecordedEvents.rejected(changed(COMPLETED, "ord_1", escape))).startsWith("UNREADABLE_TEXT: ");
    }

    @Test
    void refusesNamesThatAreNoText() {
        String event = Examples.event(COMPLETED);

        assertThat(RecordedEvents.rejected(event.replace("\"version\"", "\"\\u0000\":1,\"version\"")))
                .startsWith("UNREADABLE_TEXT: ");
        assertThat(RecordedEvents.rejected(event.replace("\"version\"", "\"\\ud800\":1,\"version\"")))
                .startsWith("MALFORMED_JSON: ");
    }

    @Test
    void ignoresUnknownTypesWithNumbersThatNoDatabaseTakes() {
        assertThat(RecordedEvents.of("{\"type\":\"x\",\"data\":1e999999}").ignored)
                .containsExactly("x");
    }

    @Test
    void keepsRawBytesLengthAndDigestOfWhatItRefuses() throws Exception {
        String line = "{\"a\":\"" + "x".repeat(100_000);
        RecordedEvents events = RecordedEvents.of(line);
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);

        assertThat(events.rejected).singleElement().satisfies(rejected -> {
            assertThat(rejected.raw()).hasSize(65_536).startsWith('{', '"', 'a');
            assertThat(rejected.rawLength()).isEqualTo(bytes.length);
            assertThat(rejected.rawSha256())
                    .isEqualTo(
                            java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
        });
    }

    @Test
    void refusesARecordOfMoreThanOneMebibyte() {
        String event = Examples.event(COMPLETED);
        String longest = event + " ".repeat((1 << 20) - event.length());

        assertThat(RecordedEvents.of(longest).accepted).hasSize(1);
        assertThat(RecordedEvents.of(longest + " ").rejected)
                .singleElement()
                .satisfies(rejected -> assertThat(rejected.reason()).isEqualTo(ReasonCode.TOO_LONG));
    }

    private static String changed(String type, String good, String bad) {
        String event = Examples.event(type);
        assertThat(event).contains(good);
        return event.replace(good, bad);
    }
}
