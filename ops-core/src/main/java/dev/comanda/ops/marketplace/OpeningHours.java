package dev.comanda.ops.marketplace;

/**
 * When an applying restaurant is open, as written.
 */
public record OpeningHours(String day, String from, String to) {}
