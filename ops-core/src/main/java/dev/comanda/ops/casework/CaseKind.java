package dev.comanda.ops.casework;

/** What a case came from. */
public enum CaseKind {
    BREAK,
    FINDING,
    REJECT
}
