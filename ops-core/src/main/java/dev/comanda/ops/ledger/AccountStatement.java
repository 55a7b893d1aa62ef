package dev.comanda.ops.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of what moved an account in a period, in the order of dates and journals.
 *
 * @param total how many movements the period has
 */
public record AccountStatement(List<Movement> movements, long total) {

    public AccountStatement {
        movements = List.copyOf(movements);
    }

    /**
     * What is asked for.
     *
     * @param party null for all parties
     * @param from and {@code to}: half-open
     * @param first the number of movements to pass over
     */
    public record Query(
            String legalEntity,
            String account,
            @Nullable String party,
            LocalDate from,
            LocalDate to,
            int first,
            int most) {}

    /**
     * One transfer, as the account sees it.
     *
     * @param amount positive where the account is debited
     * @param balance what all that was asked for held after it, in its currency; debits positive
     */
    public record Movement(
            LocalDate businessDate,
            UUID journal,
            String rule,
            String party,
            String counterAccount,
            String counterParty,
            String currency,
            BigDecimal amount,
            BigDecimal balance,
            long items) {}
}
