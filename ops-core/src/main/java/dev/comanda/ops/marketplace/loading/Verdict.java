package dev.comanda.ops.marketplace.loading;

/** What is decided on an event. */
enum Verdict {
    /** It is new and taken. */
    ACCEPTED,
    /** It says what one that was taken said: no effect. */
    DUPLICATE,
    /** It says something else under an id that was taken: refused. */
    CONFLICT
}
