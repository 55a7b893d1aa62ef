package dev.comanda.ops.policy;

import java.math.BigDecimal;

/**
 * How much may be written off. The schema holds it: no write-off of a case is over {@code perCase}, and those of a date together are
 * not over {@code perDay}.
 *
 * @param currency ISO 4217; amounts are in it
 */
public record WriteOffLimit(Authority authority, String currency, BigDecimal perCase, BigDecimal perDay) {

    /** Who writes off. */
    public enum Authority {
        /** A policy, without a person. */
        POLICY,
        /** One person. */
        OPERATOR,
        /** One person who proposes and another one who approves. */
        FOUR_EYES
    }
}
