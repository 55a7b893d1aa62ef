package dev.comanda.ops.marketplace;

/**
 * A line of an order that a refund is asked for.
 *
 * @param quantity at least 1
 */
public record RefundLine(String lineId, int quantity) {}
