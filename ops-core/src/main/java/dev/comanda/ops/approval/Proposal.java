package dev.comanda.ops.approval;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody proposes that another one must decide.
 *
 * @param subject what it is about, within its kind
 * @param payload what is approved, in a text that says everything that approval rests on
 * @param outcome how it was decided; absent while it waits
 * @param decidedBy who decided it; absent while it waits
 * @param decisionReason why it was refused; empty where it was approved, absent while it waits
 */
public record Proposal(
        long id,
        Kind kind,
        String subject,
        String payload,
        String reason,
        String requestedBy,
        Instant requestedAt,
        @Nullable Outcome outcome,
        @Nullable String decidedBy,
        @Nullable String decisionReason) {

    /** What can be proposed. */
    public enum Kind {
        CASE_RESOLUTION,
        DATE_REOPENING,
        ALLOCATION_RULES
    }

    /** How a proposal was decided. */
    public enum Outcome {
        APPROVED,
        REFUSED
    }
}
