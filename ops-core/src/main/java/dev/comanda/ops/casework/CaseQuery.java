package dev.comanda.ops.casework;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Which cases a queue shows.
 *
 * @param text part of the subject or the beginning of the id; empty for any
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
}
