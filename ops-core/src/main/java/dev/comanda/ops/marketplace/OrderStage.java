package dev.comanda.ops.marketplace;

/**
 * How far an order had come when it was cancelled.
 */
public enum OrderStage {
    BEFORE_ACCEPT,
    PREPARING,
    READY,
    IN_DELIVERY
}
