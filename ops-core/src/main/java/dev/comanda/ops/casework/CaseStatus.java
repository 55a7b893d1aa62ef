package dev.comanda.ops.casework;

/** How a case stands. */
public enum CaseStatus {
    /** A policy waits for what may come by itself. */
    WAITING,
    /** A person must decide. */
    OPEN,
    /** It is decided, or what it was about has ended. */
    CLOSED
}
