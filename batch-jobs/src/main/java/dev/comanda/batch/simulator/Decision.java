package dev.comanda.batch.simulator;

/** What is right for an exception. */
enum Decision {
    /** Nothing: it ends by a match. */
    MATCHED,
    WRITE_OFF,
    CLAIM,
    REFUND,
    RECOVER,
    ACCEPT_LOSS,
    /** It is not for a rule to decide. */
    PERSON
}
