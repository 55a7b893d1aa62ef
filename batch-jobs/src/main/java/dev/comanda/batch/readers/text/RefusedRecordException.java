package dev.comanda.batch.readers.text;

import dev.comanda.ops.ingest.ReasonCode;

/** One record cannot be taken; its file goes on. */
public final class RefusedRecordException extends Exception {

    private final ReasonCode reason;

    public RefusedRecordException(ReasonCode reason, String sentence) {
        super(sentence);
        this.reason = reason;
    }

    /** The usual reason: a field is missing or holds what it must not. */
    public static RefusedRecordException violation(String sentence) {
        return new RefusedRecordException(ReasonCode.SCHEMA_VIOLATION, sentence);
    }

    public ReasonCode reason() {
        return reason;
    }

    /** The message, which is always there. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
