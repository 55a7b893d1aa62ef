package dev.comanda.batch.feeds;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The attributes around an event's data, as CloudEvents 1.0 names them. They may stand in any order, also behind the data. */
final class Envelope {

    private static final FieldRule<String> SPEC_VERSION = Rules.constant("1.0");
    private static final FieldRule<String> CONTENT_TYPE = Rules.constant("application/json");

    private @Nullable String specVersion;
    private @Nullable String id;
    private @Nullable String source;
    private @Nullable String type;
    private @Nullable String subject;
    private boolean hasTime;
    private @Nullable String contentType;
    private boolean hasData;
    private @Nullable Set<String> extensions;

    /** Reads the attribute at the place; false if it is the data, which is not read. */
    boolean read(String name, JsonReading in) {
        if (!name.equals("data") && in.isNull()) {
            note(name);
            return true;
        }
        switch (name) {
            case "specversion" -> specVersion = once(name, specVersion, SPEC_VERSION.read(in));
            case "id" -> id = once(name, id, Rules.id(in));
            case "source" -> source = once(name, source, Rules.text(in));
            case "type" -> type = once(name, type, Rules.text(in));
            case "subject" -> subject = once(name, subject, Rules.id(in));
            case "time" -> {
                Rules.time(in);
                once(name, hasTime ? name : null, name);
                hasTime = true;
            }
            case "datacontenttype" -> contentType = once(name, contentType, CONTENT_TYPE.read(in));
            case "data" -> {
                once(name, hasData ? name : null, name);
                hasData = true;
                return false;
            }
            default -> {
                note(name);
                in.anything();
            }
        }
        return true;
    }

    @Nullable
    String type() {
        return type;
    }

    /** Refuses an envelope that lacks something; to be asked when the whole event was read. */
    Complete complete(boolean dataIsThere) {
        String ofType = require("type", type);
        require("specversion", specVersion);
        require("datacontenttype", contentType);
        require("subject", subject);
        require("time", hasTime ? "" : null);
        require("data", dataIsThere ? "" : null);
        String from = require("source", source);
        String agreeing = "/" + ofType.substring(0, Math.max(0, ofType.indexOf('.')));
        if (!from.equals(agreeing)) {
            throw Refusal.violation("must be " + Refusal.quoted(agreeing) + " for the type " + Refusal.quoted(ofType)
                            + ", but is " + Refusal.quoted(from))
                    .at("source");
        }
        return new Complete(from, require("id", id), ofType);
    }

    private static String require(String name, @Nullable String value) {
        if (value == null) {
            throw Refusal.violation("is missing or null").at(name);
        }
        return value;
    }

    private static String once(String name, @Nullable String before, String value) {
        if (before != null) {
            throw twice(name);
        }
        return value;
    }

    private void note(String name) {
        if (extensions == null) {
            extensions = new HashSet<>();
        }
        if (!extensions.add(name)) {
            throw twice(name);
        }
    }

    private static Refusal twice(String name) {
        return Refusal.malformed("the member " + Refusal.quoted(name) + " is there twice");
    }

    /** What of a complete envelope makes the event's identity, and its type. */
    record Complete(String source, String id, String type) {}
}
