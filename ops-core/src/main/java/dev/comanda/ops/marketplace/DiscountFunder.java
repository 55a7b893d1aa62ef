package dev.comanda.ops.marketplace;

/**
 * Who pays for an order's discount.
 */
public enum DiscountFunder {
    PLATFORM,
    RESTAURANT
}
