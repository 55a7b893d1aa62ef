package dev.comanda.ops.casework;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Which cases a queue shows.
 *
 * @param assignee who has them; not asked where {@code unassignedOnly}
 * @param text the beginning of the reference, of the whole subject or of the id; empty for any
 * @param atLeast the least money at stake, whatever the currency
 */
public record CaseQuery(
        Optional<CaseStatus> status,
        Optional<String> owner,
        Optional<String> cause,
        Optional<String> assignee,
        boolean unassignedOnly,
        boolean overdueOnly,
        Optional<BigDecimal> atLeast,
        String text) {

    /** How much of a text is looked for. */
    public static final int LONGEST_TEXT = 100;

    public CaseQuery {
        text = text.strip();
        text = text.substring(0, Math.min(LONGEST_TEXT, text.length()));
    }

    /** All cases that wait for a person. */
    public static CaseQuery ofPeople() {
        return new CaseQuery(
                Optional.of(CaseStatus.OPEN),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                Optional.empty(),
                "");
    }

    /** All cases that wait for this person. */
    public static CaseQuery of(String assignee) {
        return new CaseQuery(
                Optional.of(CaseStatus.OPEN),
                Optional.empty(),
                Optional.empty(),
                Optional.of(assignee),
                false,
                false,
                Optional.empty(),
                "");
    }
}
