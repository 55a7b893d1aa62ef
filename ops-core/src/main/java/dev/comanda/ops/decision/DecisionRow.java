package dev.comanda.ops.decision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision of a policy as it is exported.
 *
 * @param row the row of the table that fired
 * @param amount the money at stake, never negative
 * @param circumstances all that the policy looked at, as one JSON object
 */
public record DecisionRow(
        LocalDate businessDate,
        UUID caseId,
        String cause,
        String subject,
        String policy,
        String version,
        String row,
        String action,
        String team,
        BigDecimal amount,
        @Nullable String currency,
        String circumstances) {}
