package dev.comanda.ops.marketplace;

import java.math.BigDecimal;

/**
 * What an applying restaurant sells.
 *
 * @param price not negative, in the scale of the currency
 * @param currency ISO 4217
 */
public record ApplicantMenuItem(String sku, String name, String category, BigDecimal price, String currency) {}
