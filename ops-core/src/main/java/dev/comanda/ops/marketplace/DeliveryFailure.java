package dev.comanda.ops.marketplace;

/**
 * Why a delivery failed.
 */
public enum DeliveryFailure {
    CUSTOMER_ABSENT,
    ACCIDENT,
    WRONG_ADDRESS,
    COURIER_ABANDONED,
    RESTAURANT_CLOSED
}
