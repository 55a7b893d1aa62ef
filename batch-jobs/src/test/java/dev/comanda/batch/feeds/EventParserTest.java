package dev.comanda.batch.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.ops.marketplace.ApplicationAmended;
import dev.comanda.ops.marketplace.ApplicationSubmitted;
import dev.comanda.ops.marketplace.CourierEarningAccrued;
import dev.comanda.ops.marketplace.DiscountFunder;
import dev.comanda.ops.marketplace.OrderPlaced;
import dev.comanda.ops.marketplace.PendingEvent;
import dev.comanda.ops.marketplace.RefundRequested;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventParserTest {

    private static final String PLACED = "ordering.order.placed.v1";

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
    void takesOptionalFieldsThatAreNullAsAbsent() {
        String event = Examples.changed("courier.earning.accrued.v1", "\"orderId\":\"ord_1\"", "\"orderId\":null");
        String without = Examples.changed("courier.earning.accrued.v1", "\"orderId\":\"ord_1\",", "");

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
}
