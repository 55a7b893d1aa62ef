package dev.comanda.ops.marketplace;

/**
 * Where an applying restaurant wants to be paid.
 */
public record ApplicantBankAccount(
        String bankCode, String branch, String account, String checkDigit, String holderTaxId) {}
