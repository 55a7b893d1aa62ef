package dev.comanda.ops.marketplace;

/**
 * Whom to ask about an application.
 */
public record ApplicantContact(String name, String email, String phone) {}
