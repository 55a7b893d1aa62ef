package dev.comanda.ops.marketplace;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Where an applying restaurant is.
 *
 * @param latitude degrees, south negative
 * @param longitude degrees, west negative
 */
public record ApplicantAddress(
        String street,
        String number,
        String district,
        String city,
        String state,
        String postalCode,
        @Nullable BigDecimal latitude,
        @Nullable BigDecimal longitude) {}
