package dev.comanda.ops.ledger;

import java.math.BigDecimal;

/** What was posted on a date in a currency, summed by the two sides of the transfers. */
public record PostedSum(String currency, BigDecimal debits, BigDecimal credits) {

    /** Of a currency in which nothing was posted. */
    public static PostedSum nothing(String currency) {
        return new PostedSum(currency, new BigDecimal("0.00"), new BigDecimal("0.00"));
    }

    public BigDecimal difference() {
        return debits.subtract(credits);
    }
}
