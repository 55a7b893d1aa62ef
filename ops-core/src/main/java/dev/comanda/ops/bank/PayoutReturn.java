package dev.comanda.ops.bank;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What a bank says became of one payment of ours.
 *
 * @param line the physical line it stands on
 * @param documentNumber the payout's reference, as we sent it; empty where the bank left it out
 * @param amount negative, like the payout's
 * @param occurrences the bank's two-character codes, in its order
 */
public record PayoutReturn(
        long line,
        String documentNumber,
        BigDecimal amount,
        String currency,
        LocalDate effectiveDate,
        List<String> occurrences,
        PayoutReturnOutcome outcome) {}
