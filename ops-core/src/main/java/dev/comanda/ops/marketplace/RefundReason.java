package dev.comanda.ops.marketplace;

/**
 * Why a customer asks for money back.
 */
public enum RefundReason {
    NOT_DELIVERED,
    LATE,
    MISSING_ITEM,
    WRONG_ITEM,
    QUALITY,
    DUPLICATE_CHARGE,
    CANCELLED
}
