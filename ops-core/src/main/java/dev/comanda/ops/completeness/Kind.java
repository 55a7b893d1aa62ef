package dev.comanda.ops.completeness;

/** What can be expected for a date. */
public enum Kind {
    /** The subject is a PSP, as in {@code adyen}. */
    PSP_FILE,
    /** The subject is an account, as its bank writes it. */
    STATEMENT,
    /** The subject is a feed, as in {@code ordering}. */
    FEED
}
