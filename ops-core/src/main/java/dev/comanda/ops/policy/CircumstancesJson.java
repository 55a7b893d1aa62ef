package dev.comanda.ops.policy;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Circumstances as they are stored. */
final class CircumstancesJson {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private CircumstancesJson() {}

    static String write(Circumstances circumstances) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            circumstances.values().forEach((key, value) -> write(json, key, value));
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, String key, Object value) {
        if (value instanceof Boolean flag) {
            json.writeBooleanProperty(key, flag);
        } else if (key.equals(Input.AGE.key)) {
            json.writeNumberProperty(key, (BigDecimal) value);
        } else if (value instanceof BigDecimal number) {
            json.writeStringProperty(key, number.toPlainString());
        } else {
            json.writeStringProperty(key, value.toString());
        }
    }

    static Circumstances read(String text) {
        Map<Input, String> values = new TreeMap<>();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
            require(json.nextToken() == JsonToken.START_OBJECT, text);
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                Input input = Input.named(json.currentName())
                        .orElseThrow(() -> new IllegalArgumentException("not known of circumstances: " + text));
                require(json.nextToken().isScalarValue(), text);
                values.put(input, json.getString());
            }
            require(json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null, text);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("circumstances that cannot be read: " + text, e);
        }
        return circumstances(values);
    }

    private static Circumstances circumstances(Map<Input, String> values) {
        return new Circumstances(
                values.getOrDefault(Input.CAUSE, ""),
                values.getOrDefault(Input.RECONCILIATION, ""),
                values.getOrDefault(Input.PSP, ""),
                values.getOrDefault(Input.PARTY_KIND, ""),
                values.getOrDefault(Input.CURRENCY, ""),
                new BigDecimal(values.getOrDefault(Input.AMOUNT, "0")),
                Side.valueOf(values.getOrDefault(Input.SIDE, Side.NONE.name())),
                Integer.parseInt(values.getOrDefault(Input.AGE, "0")),
                flag(values, Input.FILE_MISSING),
                flag(values, Input.WITHIN_DAILY_CAP),
                values.getOrDefault(Input.CANCELLED_BY, ""),
                values.getOrDefault(Input.CANCEL_STAGE, ""));
    }

    private static boolean flag(Map<Input, String> values, Input input) {
        String value = values.getOrDefault(input, "false");
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(input.key + " is true or false, not " + value);
        };
    }

    private static void require(boolean holds, String text) {
        if (!holds) {
            throw new IllegalArgumentException("circumstances are one flat JSON object, not: " + text);
        }
    }
}
