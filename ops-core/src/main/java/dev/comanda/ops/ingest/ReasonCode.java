package dev.comanda.ops.ingest;

/** Why a record of a feed or file could not be taken. */
public enum ReasonCode {
    /** It is not JSON, or JSON that says one thing twice. */
    MALFORMED_JSON,
    /** It can be read, but a field is missing or holds what it must not. */
    SCHEMA_VIOLATION,
    /** Its id was used before with other content; the first one read stands. */
    CONFLICTING_DUPLICATE,
    /** It is not UTF-8, or holds characters that are no text. */
    UNREADABLE_TEXT,
    /** It is longer than a record may be. */
    TOO_LONG
}
