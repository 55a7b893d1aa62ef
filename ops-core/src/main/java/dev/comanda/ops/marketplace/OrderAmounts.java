package dev.comanda.ops.marketplace;

import java.math.BigDecimal;

/**
 * What an order costs, by the ordering service's own sums. None is negative; the discount is written positive and taken
 * off.
 *
 * @param total what the customer owes: items + deliveryFee + serviceFee + tip - discount, if the law ORDER_TOTAL holds
 */
public record OrderAmounts(
        BigDecimal items,
        BigDecimal deliveryFee,
        BigDecimal serviceFee,
        BigDecimal tip,
        BigDecimal discount,
        BigDecimal total) {}
