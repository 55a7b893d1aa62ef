package dev.comanda.ops.bank;

import java.util.List;

/** What the occurrence codes of a payment return mean together. */
public enum PayoutReturnOutcome {
    /** 00, also beside BD: the money left. */
    PAID,
    /** BD alone: the bank took the instruction; no money moved yet. */
    ACCEPTED,
    /** Any other code, alone or mixed with 00 or BD: the bank said no, or said two things at once. */
    REFUSED;

    private static final String PAID_CODE = "00";
    private static final String ACCEPTED_CODE = "BD";

    /** Reads the codes of one return; at least one must be given. */
    public static PayoutReturnOutcome of(List<String> occurrences) {
        if (occurrences.isEmpty()) {
            throw new IllegalArgumentException("a payment return without an occurrence says nothing");
        }
        if (!List.of(PAID_CODE, ACCEPTED_CODE).containsAll(occurrences)) {
            return REFUSED;
        }
        return occurrences.contains(PAID_CODE) ? PAID : ACCEPTED;
    }
}
