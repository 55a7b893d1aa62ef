package dev.comanda.ops.reconciliation;

/** By what a match rule brings two items together, besides their currency. */
public enum MatchKey {
    /** Items agree on scope (the PSP) and reference. */
    REFERENCE,
    /** Items agree on scope (the PSP) and on the second reference, the merchant's own. */
    SECOND_REFERENCE
}
