package dev.comanda.ops.psp;

/** What a provider's line is about. Its direction is in the sign of the amount, never in the kind. */
public enum LineKind {
    /** A payment, or a payment taken back. */
    SALE,
    /** Money returned to a customer, or such a return undone. */
    REFUND,
    /** A payment disputed by the customer's bank, or a dispute won. */
    CHARGEBACK,
    /** What the provider charges for its work. */
    FEE,
    /** Any other correction of the provider's balance. */
    ADJUSTMENT,
    /** Money sent to our bank. */
    PAYOUT,
    /** A type no contract names: never dropped, always shown. */
    UNKNOWN
}
