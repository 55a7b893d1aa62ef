package dev.comanda.ops.reconciliation;

/** What is checked of whole files, beside their items (CONTRACTS sections 2 and 4). */
public enum FileCheck {
    /** The totals that a PSP's file claims against its rows. */
    PSP_CONTROL_TOTALS,
    /** The sums of a CNAB return's batch trailers against their segments. */
    CNAB_CONTROL_TOTALS,
    /** Whether an account's statements follow one another without a gap. */
    STATEMENT_SEQUENCE,
    /** Whether a statement's closing balance is its opening one plus its booked entries. */
    STATEMENT_BALANCE
}
