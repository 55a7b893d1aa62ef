package dev.comanda.ops.marketplace;

/**
 * Who cancelled an order.
 */
public enum Canceller {
    CUSTOMER,
    RESTAURANT,
    COURIER,
    PLATFORM
}
