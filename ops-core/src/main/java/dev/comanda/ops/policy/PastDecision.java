package dev.comanda.ops.policy;

import java.time.LocalDate;

/**
 * What a night decided.
 *
 * @param caseId the case it was decided on
 */
public record PastDecision(String caseId, LocalDate businessDate, Circumstances circumstances, Verdict verdict) {}
