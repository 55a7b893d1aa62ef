package dev.comanda.ops.marketplace;

import java.math.BigDecimal;

/**
 * One line of an order.
 *
 * @param quantity at least 1
 * @param unitPrice not negative, in the order's currency
 */
public record OrderLine(String lineId, String sku, String name, int quantity, BigDecimal unitPrice) {}
