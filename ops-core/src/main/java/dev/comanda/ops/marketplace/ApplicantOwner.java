package dev.comanda.ops.marketplace;

import java.math.BigDecimal;

/**
 * Who owns an applying restaurant.
 *
 * @param share not negative, as the applicant wrote it
 */
public record ApplicantOwner(String name, String taxId, BigDecimal share) {}
