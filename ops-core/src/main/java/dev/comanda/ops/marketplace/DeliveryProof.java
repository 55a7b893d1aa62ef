package dev.comanda.ops.marketplace;

/**
 * What proves that an order was handed over.
 */
public enum DeliveryProof {
    CODE,
    PHOTO,
    NONE
}
