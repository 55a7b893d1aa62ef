package dev.comanda.ops.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was posted at once, under one rule.
 *
 * @param id comes from what the journal is about, so that the same input gives the same id
 * @param caseId the case whose decision was posted
 * @param corrects the journal of which this one takes something back
 */
public record Journal(
        UUID id,
        String legalEntity,
        LocalDate businessDate,
        String rule,
        @Nullable UUID caseId,
        @Nullable UUID corrects,
        Instant postedAt,
        List<Transfer> transfers) {

    public Journal {
        transfers = List.copyOf(transfers);
    }

    /**
     * One amount from a debit to a credit account.
     *
     * @param amount positive, full precision
     * @param items how many facts it sums
     */
    public record Transfer(
            String debitAccount,
            String debitParty,
            String creditAccount,
            String creditParty,
            String currency,
            BigDecimal amount,
            long items) {}
}
