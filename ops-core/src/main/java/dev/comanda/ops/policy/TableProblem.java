package dev.comanda.ops.policy;

/**
 * Why a table cannot be used.
 *
 * @param place where in the document, such as {@code line 12} or {@code row claim-it, column amount}
 * @param found what stands there, shortened; empty where that says nothing
 */
public record TableProblem(Kind kind, String place, String found) {

    private static final int LONGEST_FOUND = 120;

    public TableProblem {
        if (found.length() > LONGEST_FOUND) {
            found = found.substring(0, LONGEST_FOUND) + "…";
        }
    }

    /** What is wrong; {@link Explanations} has a sentence for each. */
    public enum Kind {
        TOO_LARGE,
        NOT_XML,
        OTHER_ENCODING,
        HAS_DOCTYPE,
        NOT_DMN,
        UNKNOWN_ELEMENT,
        OTHER_LANGUAGE,
        UNKNOWN_POLICY,
        NO_LABEL,
        WRONG_HIT_POLICY,
        UNKNOWN_INPUT,
        REPEATED_COLUMN,
        WRONG_TYPE,
        WRONG_OUTPUTS,
        TOO_MANY_ROWS,
        WRONG_ROW_ID,
        NO_DESCRIPTION,
        WRONG_NUMBER_OF_ENTRIES,
        WRONG_ENTRY,
        UNKNOWN_ACTION,
        UNKNOWN_TEAM,
        WRONG_AGE,
        CLOSES_ANY_CURRENCY,
        NO_CATCH_ALL,
        REFUSED_BY_ENGINE
    }
}
