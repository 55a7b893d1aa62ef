package dev.comanda.cost.opinion;

import java.math.BigDecimal;

/**
 * How far commitments covered what was used in a month, and how far they were used themselves.
 *
 * @param kind of what they are
 * @param coverage percent of what could be covered
 * @param utilisation percent of what was committed to
 */
public record Commitment(Kind kind, BigDecimal coverage, BigDecimal utilisation) {

    /** What is committed to. */
    public enum Kind {
        SAVINGS_PLANS,
        RESERVATIONS
    }
}
