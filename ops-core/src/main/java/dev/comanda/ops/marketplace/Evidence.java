package dev.comanda.ops.marketplace;

/**
 * Something that supports a refund request, kept elsewhere.
 */
public record Evidence(String kind, String uri) {}
