package dev.comanda.batch.feeds;

import dev.comanda.ops.ingest.ReasonCode;
import dev.comanda.ops.wording.Printable;

/**
 * Why an event cannot be taken, on its way up through the nested readers; each adds its field to the path. It has no stack
 * trace: it is an everyday outcome and no fault.
 */
final class Refusal extends RuntimeException {

    private static final int LONGEST_VALUE = 80;
    private static final int LONGEST_SENTENCE = 500;
    private static final String CUT = "...";

    private final ReasonCode reason;
    private final String path;
    private final String problem;

    private Refusal(ReasonCode reason, String path, String problem) {
        super(path.isEmpty() ? problem : path + " " + problem, null, false, false);
        this.reason = reason;
        this.path = path;
        this.problem = problem;
    }

    static Refusal malformed(String problem) {
        return new Refusal(ReasonCode.MALFORMED_JSON, "", problem);
    }

    static Refusal unreadable(String problem) {
        return new Refusal(ReasonCode.UNREADABLE_TEXT, "", problem);
    }

    static Refusal violation(String problem) {
        return new Refusal(ReasonCode.SCHEMA_VIOLATION, "", problem);
    }

    /** The same refusal as seen from the object or list that holds the field. */
    Refusal at(String field) {
        String longer = path.isEmpty() || path.startsWith("[") ? field + path : field + "." + path;
        return new Refusal(reason, longer, problem);
    }

    Refusal atElement(int index) {
        return at("[" + index + "]");
    }

    ReasonCode reason() {
        return reason;
    }

    /** What a person reads: which field, what is wrong with it, which value. */
    String sentence() {
        return Printable.value(String.valueOf(getMessage()), LONGEST_SENTENCE, CUT);
    }

    /** A value for a sentence, in quotes and not too long. */
    static String quoted(String value) {
        return "\"" + Printable.value(value, LONGEST_VALUE, CUT) + "\"";
    }
}
