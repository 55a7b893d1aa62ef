package dev.comanda.batch.readers.pix;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The plain members of a JSON object, as they are written; members of an object inside it under {@code outer.inner}. */
final class PixFields {

    private static final int MAX_RETURNS = 10_000;

    private final Map<String, String> values = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private @Nullable String twice;
    private boolean tooManyReturns;

    /**
     * Reads the object at whose start the parser stands, to its end.
     *
     * @param returns takes the elements of the member {@code devolucoes}
     */
    static PixFields read(JsonParser parser, List<PixFields> returns) {
        PixFields fields = new PixFields();
        fields.members(parser, "", returns);
        return fields;
    }

    @Nullable
    String text(String name) {
        String text = values.get(name);
        return text == null || text.isBlank() ? null : text.strip();
    }

    boolean holdsNul() {
        return values.values().stream().anyMatch(value -> value.indexOf('\0') >= 0);
    }

    /** A member that is there more than once, so that nobody can say which one counts; null where there is none. */
    @Nullable
    String twice() {
        return twice;
    }

    boolean hasTooManyReturns() {
        return tooManyReturns;
    }

    private void members(JsonParser parser, String prefix, List<PixFields> returns) {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            String name = prefix + parser.currentName();
            JsonToken value = parser.nextToken();
            if (!names.add(name)) {
                twice = name;
            }
            if (value == JsonToken.START_ARRAY && name.equals("devolucoes")) {
                returns(parser, returns);
            } else if (value == JsonToken.START_OBJECT && name.equals("horario")) {
                members(parser, "horario.", returns);
            } else if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                values.put(name, parser.getString());
            } else {
                parser.skipChildren();
            }
        }
    }

    private void returns(JsonParser parser, List<PixFields> returns) {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (returns.size() >= MAX_RETURNS) {
                tooManyReturns = true;
                parser.skipChildren();
            } else if (token == JsonToken.START_OBJECT) {
                // A return has no returns of its own; what stands there is read and dropped.
                returns.add(read(parser, new ArrayList<>()));
            } else {
                parser.skipChildren();
                returns.add(new PixFields());
            }
        }
    }
}
