package dev.comanda.ops.ledger;

import java.math.BigDecimal;

/**
 * What an account was moved by up to a date.
 *
 * @param party empty where the account has none, or where all its parties are summed
 * @param debits and {@code credits} are never negative; full precision
 */
public record AccountBalance(
        String legalEntity, String account, String party, String currency, BigDecimal debits, BigDecimal credits) {

    /** Debits less credits: what an asset is worth, what a liability is short of. */
    public BigDecimal balance() {
        return debits.subtract(credits);
    }
}
