package dev.comanda.batch.feeds;

import dev.comanda.ops.ingest.RejectedRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Looks once more at an event that could not be taken, without its rules: what is no JSON at all is malformed, whatever else
 * is wrong with it, and what has an unknown type is ignored, whatever its envelope lacks.
 */
final class RefusedEvent {

    private final CanonicalJson canonical = new CanonicalJson();

    void tell(long line, byte[] buffer, int offset, int length, RuntimeException problem, EventSink sink) {
        Refusal refusal;
        try {
            String type = typeOf(buffer, offset, length);
            if (type != null && EventTypes.ruleOf(type) == null) {
                sink.ignored(line, type);
                return;
            }
            refusal = asRefusal(problem);
        } catch (Refusal found) {
            refusal = found;
        } catch (JacksonException found) {
            refusal = malformed(found);
        }
        sink.rejected(RejectedRecord.of(line, refusal.reason(), refusal.sentence(), buffer, offset, length));
    }

    /** The event's type if it has one; throws if the event is not well-formed. */
    private @Nullable String typeOf(byte[] buffer, int offset, int length) {
        canonical.reset();
        String type = null;
        try (JsonParser parser = EventJson.parser(buffer, offset, length)) {
            JsonReading in = new JsonReading(parser, canonical);
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_OBJECT) {
                type = typeOfObject(in);
            } else if (first != null) {
                in.anything();
            }
            EventJson.requireEnd(parser);
        }
        return type;
    }

    private @Nullable String typeOfObject(JsonReading in) {
        String type = null;
        CanonicalJson.ObjectStart object = canonical.startObject();
        int index = 0;
        for (String name = in.parser.nextName(); name != null; name = in.parser.nextName()) {
            canonical.startMember(name);
            in.parser.nextToken();
            if (name.equals("type") && in.isString() && in.parser.getStringLength() > 0) {
                type = in.parser.getString();
            }
            in.anything();
            canonical.endMember(object, index++);
        }
        canonical.endObject(object);
        return type;
    }

    private static Refusal asRefusal(RuntimeException problem) {
        if (problem instanceof Refusal refusal) {
            return refusal;
        }
        if (problem instanceof JacksonException unreadable) {
            return malformed(unreadable);
        }
        throw problem;
    }

    private static Refusal malformed(JacksonException problem) {
        int column = problem.getLocation() == null ? 0 : problem.getLocation().getColumnNr();
        return Refusal.malformed("no valid JSON at column " + column + ": " + problem.getOriginalMessage());
    }
}
