package dev.comanda.batch.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The parser is the law's letter and the schemas are what other teams check their events with: over thousands of events, each
 * a good one with one thing changed, both must say the same. Left out is what a schema cannot say: digits by currency,
 * days that a month does not have, {@code 2.0} as a whole number, members that are there twice.
 */
class EventSchemasTest {

    private static final String FOLDER = "dev/comanda/feeds/schema/";
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static final List<String> REPLACEMENTS = Stream.concat(
                    Stream.of(
                            "null", "0", "1", "7", "-1", "2.5", "2147483647", "2147483648", "true", "{}", "[]", "[7]"),
                    Stream.of(
                                    "",
                                    "x",
                                    "x".repeat(64),
                                    "x".repeat(65),
                                    "x".repeat(255),
                                    "x".repeat(256),
                                    "1.5",
                                    "0",
                                    "-1",
                                    "-0.50",
                                    "1.12345",
                                    "1.123456",
                                    "1.1234567",
                                    "1.123456789012",
                                    "1.1234567890123",
                                    "999999999999999999",
                                    "1000000000000000000",
                                    "1e3",
                                    "NaN",
                                    ".5",
                                    "5.",
                                    "+5",
                                    "BR",
                                    "br",
                                    "EUR",
                                    "XXX",
                                    "BRL ",
                                    "/courier",
                                    "1.0",
                                    "application/json",
                                    "2026-10-07",
                                    "2026-10-32",
                                    "1999-12-31",
                                    "2100-01-01",
                                    "9999-12-31",
                                    "2026-10-07T12:00:00Z",
                                    "2026-10-07T12:00:00",
                                    "2026-10-07T12:00:00.5-03:00",
                                    "2026-10-07T25:00:00Z",
                                    "2026-10-07T12:00:60Z",
                                    "0000-01-01T00:00:00Z",
                                    "9999-12-31T00:00:00Z",
                                    "CUSTOMER",
                                    "PLATFORM",
                                    "pix",
                                    "CODE")
                            .map(text -> "\"" + text + "\""))
            .toList();

    static Iterable<String> types() {
        return Examples.DATA.keySet();
    }

    @ParameterizedTest
    @MethodSource("types")
    void agreeWithTheParserOnEveryFieldWhateverStandsThere(String type) {
        Schema schema = schema(type);
        String good = Examples.event(type);
        assertThat(schema.validate(good, InputFormat.JSON)).isEmpty();
        List<String> disagreements = new ArrayList<>();
        for (JsonPointer field : fields(MAPPER.readTree(good))) {
            if (!field.toString().equals("/type")) {
                compare(schema, without(good, field), field + " left out", disagreements);
                for (String replacement : REPLACEMENTS) {
                    compare(schema, with(good, field, replacement), field + " = " + replacement, disagreements);
                }
            }
        }
        assertThat(disagreements).isEmpty();
    }

    @Test
    void listTheCurrenciesThatTheParserKnows() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                EventSchemasTest.class.getClassLoader().getResourceAsStream(FOLDER + "common.json"))) {
            List<String> listed = new ArrayList<>();
            MAPPER.readTree(in).at("/$defs/currency/enum").forEach(code -> listed.add(code.asString()));

            assertThat(listed)
                    .containsExactlyInAnyOrderElementsOf(Currencies.all().keySet());
        }
    }

    private static void compare(Schema schema, String event, String change, List<String> disagreements) {
        RecordedEvents parsed = RecordedEvents.of(event);
        boolean isValid = schema.validate(event, InputFormat.JSON).isEmpty();
        if (isValid == parsed.accepted.isEmpty()) {
            disagreements.add(change + ": the schema says " + isValid + ", the parser " + parsed.told());
        }
    }

    private static Schema schema(String type) {
        return REGISTRY.getSchema(SchemaLocation.of("classpath:" + FOLDER + type + ".json"));
    }

    private static List<JsonPointer> fields(JsonNode event) {
        List<JsonPointer> fields = new ArrayList<>();
        collect(JsonPointer.empty(), event, fields);
        return fields;
    }

    private static void collect(JsonPointer at, JsonNode node, List<JsonPointer> fields) {
        if (!at.toString().isEmpty()) {
            fields.add(at);
        }
        if (node instanceof ObjectNode object) {
            object.properties()
                    .forEach(member -> collect(at.appendProperty(member.getKey()), member.getValue(), fields));
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                collect(at.appendIndex(i), array.get(i), fields);
            }
        }
    }

    private static String without(String event, JsonPointer field) {
        JsonNode copy = MAPPER.readTree(event);
        JsonNode parent = copy.at(field.head());
        if (parent instanceof ArrayNode array) {
            array.remove(field.last().getMatchingIndex());
        } else {
            ((ObjectNode) parent).remove(field.last().getMatchingProperty());
        }
        return copy.toString();
    }

    private static String with(String event, JsonPointer field, String replacement) {
        JsonNode copy = MAPPER.readTree(event);
        JsonNode parent = copy.at(field.head());
        JsonNode value = MAPPER.readTree(replacement);
        if (parent instanceof ArrayNode array) {
            array.set(field.last().getMatchingIndex(), value);
        } else {
            ((ObjectNode) parent).set(field.last().getMatchingProperty(), value);
        }
        return copy.toString();
    }
}
