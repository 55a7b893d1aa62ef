package dev.comanda.batch.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.ops.marketplace.EventKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class EventKeysTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    static Iterable<String> types() {
        return Examples.DATA.keySet();
    }

    @ParameterizedTest
    @MethodSource("types")
    void doNotDependOnMemberOrderOrWhiteSpace(String type) {
        EventKeys keys = keys(Examples.event(type));
        JsonNode event = MAPPER.readTree(Examples.event(type));
        Random random = new Random(7);
        for (int round = 0; round < 50; round++) {
            JsonNode shuffled = shuffled(event, random);
            assertThat(keys(shuffled.toString())).isEqualTo(keys);
            assertThat(keys(shuffled.toPrettyString())).isEqualTo(keys);
        }
    }

    @ParameterizedTest
    @CsvSource({"25.9, 25.90", "25, 25.00", "0.00, 0", "0100.10, 100.1", "100, 0100.00"})
    void doNotDependOnZerosAtTheEndsOfMoney(String one, String other) {
        assertThat(keys(captured(one))).isEqualTo(keys(captured(other)));
    }

    @ParameterizedTest
    @CsvSource({"25.9, 25.09", "100, 10", "0.10, 1", "1.01, 101"})
    void dependOnTheValueOfMoney(String one, String other) {
        assertThat(keys(captured(one)).content())
                .isNotEqualTo(keys(captured(other)).content());
    }

    @Test
    void takeZerosInTextAsTheyAre() {
        String event = Examples.event("ordering.order.placed.v1");

        assertThat(keys(event.replace("\"s1\"", "\"1.50\"")).content())
                .isNotEqualTo(keys(event.replace("\"s1\"", "\"1.5\"")).content());
    }

    @Test
    void dependOnUnknownFieldsOfTheData() {
        String event = Examples.event("ordering.order.completed.v1");
        String more = event.replace("\"version\"", "\"extra\":\"conflict\",\"version\"");

        assertThat(keys(more).content()).isNotEqualTo(keys(event).content());
        assertThat(keys(more).identity()).isEqualTo(keys(event).identity());
        assertThat(keys(more.replace("conflict", "other")).content())
                .isNotEqualTo(keys(more).content());
    }

    @Test
    void doNotDependOnTheRestOfTheEnvelope() {
        String event = Examples.event("ordering.order.completed.v1");
        String resent = event.replace("subject-1", "subject-2").replace("\"id\"", "\"traceparent\":\"00-1\",\"id\"");

        assertThat(keys(resent)).isEqualTo(keys(event));
    }

    @Test
    void tellEventsApartBySourceAndId() {
        KeyHash hash = new KeyHash();

        assertThat(List.of(
                        hash.of("/ordering", "1"),
                        hash.of("/ordering", "2"),
                        hash.of("/courier", "1"),
                        hash.of("/ordering1", ""),
                        hash.of("", "/ordering1")))
                .doesNotHaveDuplicates();
    }

    @Test
    void tellOrdersApartByVersionWhateverTheType() {
        String placed = Examples.event("ordering.order.placed.v1");
        String completed = Examples.event("ordering.order.completed.v1");

        assertThat(keys(completed).business()).isNotEqualTo(keys(placed).business());
        assertThat(keys(completed.replace("\"version\":2", "\"version\":1")).business())
                .isEqualTo(keys(placed).business());
    }

    @Test
    void keepBusinessIdsOfDifferentKindsApart() {
        List<Object> all = new ArrayList<>();
        for (String type : Examples.DATA.keySet()) {
            if (!type.equals("ordering.order.cancelled.v1") && !type.equals("courier.payout.instructed.v1")) {
                all.add(keys(Examples.event(type)).business());
            }
        }

        assertThat(all).hasSize(12).doesNotHaveDuplicates();
    }

    private static String captured(String amount) {
        return Examples.event("ordering.payment.captured.v1").replace("59.89", amount);
    }

    private static EventKeys keys(String json) {
        return RecordedEvents.accepted(json).keys();
    }

    private static JsonNode shuffled(JsonNode node, Random random) {
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            array.forEach(element -> copy.add(shuffled(element, random)));
            return copy;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        List<Map.Entry<String, JsonNode>> members = new ArrayList<>(object.properties());
        java.util.Collections.shuffle(members, random);
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        members.forEach(member -> copy.set(member.getKey(), shuffled(member.getValue(), random)));
        return copy;
    }
}
