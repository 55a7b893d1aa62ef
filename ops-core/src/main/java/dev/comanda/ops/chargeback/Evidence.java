package dev.comanda.ops.chargeback;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What the feeds tell of a disputed payment: the payment, its order, delivery and accrual, and refunds that were asked for.
 *
 * @param things always in the same order for the same facts
 */
public record Evidence(UUID caseId, List<Thing> things) {

    private static final JsonFactory JSON = new JsonFactory();

    public Evidence {
        things = List.copyOf(things);
    }

    /**
     * @param part such as {@code order}
     * @param facts by name; amounts with their digits, moments in UTC
     */
    public record Thing(String part, SortedMap<String, String> facts) {}

    public boolean isEmpty() {
        return things.isEmpty();
    }

    /** One JSON object with a list for each part; the same facts are the same bytes. */
    public byte[] toJson() {
        Map<String, List<Thing>> parts = new LinkedHashMap<>();
        for (Thing thing : things) {
            parts.computeIfAbsent(thing.part(), part -> things.stream()
                    .filter(each -> each.part().equals(part))
                    .toList());
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("case", caseId.toString());
            parts.forEach((part, all) -> write(json, part, all));
            json.writeEndObject();
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(JsonGenerator json, String part, List<Thing> things) {
        json.writeArrayPropertyStart(part);
        for (Thing thing : things) {
            json.writeStartObject();
            new TreeMap<>(thing.facts()).forEach(json::writeStringProperty);
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
