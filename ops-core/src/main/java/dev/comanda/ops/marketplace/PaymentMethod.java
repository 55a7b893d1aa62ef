package dev.comanda.ops.marketplace;

/**
 * How a customer paid.
 */
public enum PaymentMethod {
    CARD,
    PIX,
    WALLET,
    MEAL_VOUCHER
}
