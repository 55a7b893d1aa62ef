package dev.comanda.batch.feeds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The fields of a JSON object, declared once and read in any order. A field that is not declared has no rule but counts for
 * the content; an optional one that is null is as good as absent.
 */
final class Shape {

    private final Map<String, Field<?>> byName = new HashMap<>();
    private final List<Field<?>> fields = new ArrayList<>();

    <T> Field<T> required(String name, FieldRule<T> rule) {
        return declare(new Field<>(name, fields.size(), true, rule));
    }

    <T> Field<T> optional(String name, FieldRule<T> rule) {
        return declare(new Field<>(name, fields.size(), false, rule));
    }

    private <T> Field<T> declare(Field<T> field) {
        fields.add(field);
        byName.put(field.name(), field);
        return field;
    }

    /** Reads the object at the place. */
    Values read(JsonReading in) {
        in.require(JsonToken.START_OBJECT, "must be an object");
        @Nullable Object[] values = new @Nullable Object[fields.size()];
        JsonParser parser = in.parser;
        CanonicalJson.ObjectStart object = in.canonical.startObject();
        int index = 0;
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            in.canonical.startMember(name);
            parser.nextToken();
            Field<?> field = byName.get(name);
            if (field != null && in.isNull()) {
                in.canonical.dropMember(object, index++);
                continue;
            }
            try {
                if (field == null) {
                    in.ruleless();
                } else {
                    values[field.slot()] = field.rule().read(in);
                }
            } catch (Refusal refusal) {
                throw refusal.at(name);
            }
            in.canonical.endMember(object, index++);
        }
        in.canonical.endObject(object);
        refuseMissing(values);
        return new Values(values);
    }

    private void refuseMissing(@Nullable Object[] values) {
        for (int slot = 0; slot < values.length; slot++) {
            Field<?> field = fields.get(slot);
            if (values[slot] == null && field.isRequired()) {
                throw Refusal.violation("is missing or null").at(field.name());
            }
        }
    }

    /** A declared field; it is also the key to its value. */
    record Field<T>(String name, int slot, boolean isRequired, FieldRule<T> rule) {}

    /** The values of one object. */
    static final class Values {

        private final @Nullable Object[] values;

        private Values(@Nullable Object[] values) {
            this.values = values;
        }

        <T> T get(Field<T> field) {
            T value = getOptional(field);
            if (value == null) {
                throw new IllegalStateException("optional field " + field.name() + " was read as a required one");
            }
            return value;
        }

        // The slot was filled by this very field's rule, so that the type is the field's.
        @SuppressWarnings("unchecked")
        <T> @Nullable T getOptional(Field<T> field) {
            return (T) values[field.slot()];
        }
    }
}
