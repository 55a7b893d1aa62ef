package dev.comanda.ops.chargeback;

/** How a dispute stands. */
public enum DisputeState {
    /** It can still be contested. */
    OPEN,
    /** Somebody sent evidence to the bank. */
    CONTESTED,
    /** The money came back. */
    WON,
    /** It was contested, and the loss is ours all the same. */
    LOST,
    /** It was not contested, because that would cost more or cannot succeed. */
    ACCEPTED,
    /** The last day went by without anybody contesting. */
    EXPIRED
}
