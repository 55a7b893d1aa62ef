package dev.comanda.batch.feeds;

import dev.comanda.ops.ingest.ReasonCode;
import dev.comanda.ops.ingest.RejectedRecord;
import dev.comanda.ops.marketplace.EventKeys;
import dev.comanda.ops.marketplace.MarketplaceEvent;
import java.util.HexFormat;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads one event from its bytes, be they a line of a file or a broker's record, and tells a sink what it is. It never
 * throws for what the bytes hold. It keeps its buffers from event to event: one parser for each thread.
 */
public final class EventParser {

    /** How many bytes an event may have: 1 MiB. */
    public static final int MAX_EVENT_BYTES = 1 << 20;

    private final CanonicalJson canonical = new CanonicalJson();
    private final KeyHash keyHash = new KeyHash();
    private final RefusedEvent refusedEvent = new RefusedEvent();

    /** As {@link #parse(long, byte[], int, int, EventSink)}, of a whole array. */
    public void parse(long line, byte[] event, EventSink sink) {
        parse(line, event, 0, event.length, sink);
    }

    /**
     * Reads the event in a part of a buffer; exactly one of the sink's methods is called.
     *
     * @param line the line's number or the record's offset, handed to the sink
     */
    public void parse(long line, byte[] buffer, int offset, int length, EventSink sink) {
        if (length > MAX_EVENT_BYTES) {
            sink.rejected(tooLong(line, buffer, offset, length));
            return;
        }
        int unreadable = LineBytes.indexOfUnreadable(buffer, offset, offset + length);
        if (unreadable >= 0) {
            sink.rejected(RejectedRecord.of(
                    line,
                    ReasonCode.UNREADABLE_TEXT,
                    unreadableSentence(buffer, offset, unreadable),
                    buffer,
                    offset,
                    length));
            return;
        }
        Read read;
        try {
            read = read(buffer, offset, length);
        } catch (Refusal | JacksonException problem) {
            refusedEvent.tell(line, buffer, offset, length, problem, sink);
            return;
        }
        sink.accepted(line, read.keys(), read.event());
    }

    static RejectedRecord tooLong(long line, byte[] buffer, int offset, int length) {
        return RejectedRecord.of(line, ReasonCode.TOO_LONG, tooLongSentence(length), buffer, offset, length);
    }

    static String tooLongSentence(long length) {
        return "the event has " + length + " bytes, but may have at most " + MAX_EVENT_BYTES;
    }

    private Read read(byte[] buffer, int offset, int length) {
        Envelope envelope = new Envelope();
        canonical.reset();
        MarketplaceEvent event = null;
        int dataAt = -1;
        try (JsonParser parser = EventJson.parser(buffer, offset, length)) {
            JsonReading in = new JsonReading(parser, canonical);
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw notAnObject(in);
            }
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                parser.nextToken();
                int mark = canonical.bytes().size();
                if (readAttribute(envelope, name, in)) {
                    canonical.bytes().truncate(mark);
                } else if (envelope.type() != null) {
                    event = readData(envelope.type(), in);
                } else {
                    dataAt = offset + (int) parser.currentTokenLocation().getByteOffset();
                    in.anything();
                    canonical.bytes().truncate(mark);
                }
            }
            EventJson.requireEnd(parser);
        }
        Envelope.Complete complete = envelope.complete(event != null || dataAt >= 0);
        if (event == null) {
            event = readDataAgain(complete.type(), buffer, dataAt, offset + length);
        }
        return new Read(keysOf(complete, event), event);
    }

    private static Refusal notAnObject(JsonReading in) {
        return in.parser.currentToken() == null
                ? Refusal.malformed("the event is empty")
                : Refusal.violation("an event must be an object, but is " + in.shown());
    }

    private static boolean readAttribute(Envelope envelope, String name, JsonReading in) {
        try {
            return envelope.read(name, in);
        } catch (Refusal refusal) {
            throw refusal.reason() == ReasonCode.MALFORMED_JSON ? refusal : refusal.at(name);
        }
    }

    private MarketplaceEvent readData(String type, JsonReading in) {
        FieldRule<? extends MarketplaceEvent> rule = EventTypes.ruleOf(type);
        if (rule == null) {
            throw Refusal.violation("is not known").at("type");
        }
        canonical.reset();
        canonical.bytes().writePart(type);
        try {
            return rule.read(in);
        } catch (Refusal refusal) {
            throw refusal.at("data");
        }
    }

    /** Reads data that stood before the type, now that the type is known. */
    private MarketplaceEvent readDataAgain(String type, byte[] buffer, int from, int to) {
        try (JsonParser parser = EventJson.parser(buffer, from, to - from)) {
            parser.nextToken();
            return readData(type, new JsonReading(parser, canonical));
        }
    }

    private EventKeys keysOf(Envelope.Complete envelope, MarketplaceEvent event) {
        return new EventKeys(
                keyHash.of(envelope.source(), envelope.id()),
                keyHash.of(event.businessId()),
                KeyHash.of(canonical.bytes()));
    }

    private static String unreadableSentence(byte[] buffer, int offset, int at) {
        String what = buffer[at] == 0 ? "is NUL, which is no text" : "is no valid UTF-8";
        return "byte " + (at - offset + 1) + " (0x" + HexFormat.of().toHexDigits(buffer[at]) + ") " + what;
    }

    private record Read(EventKeys keys, MarketplaceEvent event) {}
}
