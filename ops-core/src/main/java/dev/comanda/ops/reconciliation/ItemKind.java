package dev.comanda.ops.reconciliation;

/** What rules tell items of one role apart by. */
public enum ItemKind {
    /** An order that was delivered: its total is due. */
    COMPLETED,
    /** An order that was cancelled: nothing is due. */
    CANCELLED,
    /** A payment whose order is completed or cancelled by the date of the run. */
    FOR_FINISHED_ORDER,
    /** A payment whose order was placed and is neither completed nor cancelled by the date of the run. */
    FOR_OPEN_ORDER,
    /** A payment whose order was never placed. */
    FOR_NO_ORDER,
    /** A line by which a PSP settles a capture. */
    SALE,
    /** A line by which a PSP gives money back to a customer, or takes such a return back. */
    REFUND,
    /** A line of a dispute that a customer's bank raised, or of its reversal. */
    CHARGEBACK,
    /** A line of a type that the platform does not know. */
    UNKNOWN,
    /** A bank entry of an account that is ours alone. */
    ENTRY,
    /** A bank entry of an account that other business shares. */
    SHARED_ENTRY,
    /** A bank's answer that it paid (occurrence 00). */
    PAID,
    /** A bank's answer that it did not pay, or that the money came back. */
    REFUSED,
    /** What exists and has no further kind. */
    PLAIN
}
