package dev.comanda.ops.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a clearing account holds, beside what is open in the reconciliation that clears it.
 *
 * @param party empty where the account has none, or where all its parties are summed
 * @param balance debits less credits
 * @param openItems what the open items would leave on the account; the same where every cent is accounted for
 */
public record Proof(
        LocalDate businessDate,
        String legalEntity,
        String account,
        String party,
        String currency,
        BigDecimal balance,
        BigDecimal openItems,
        BigDecimal difference) {

    public boolean holds() {
        return difference.signum() == 0;
    }
}
