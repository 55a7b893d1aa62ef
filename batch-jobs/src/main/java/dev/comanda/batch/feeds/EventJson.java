package dev.comanda.batch.feeds;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** How JSON is read: strictly by RFC 8259, within limits. Members that are there twice are found by {@link CanonicalJson}. */
final class EventJson {

    private static final int DEEPEST_NESTING = 100;
    private static final int LONGEST_NUMBER = 200;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST_NESTING)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxStringLength(EventParser.MAX_EVENT_BYTES)
                    .build())
            .build();

    private EventJson() {}

    static JsonParser parser(byte[] buffer, int offset, int length) {
        return FACTORY.createParser(ObjectReadContext.empty(), buffer, offset, length);
    }

    static void requireEnd(JsonParser parser) {
        JsonToken more = parser.nextToken();
        if (more != null) {
            throw Refusal.malformed("there is more behind the event, beginning with " + parser.getString());
        }
    }
}
