package dev.comanda.batch.simulator;

import java.util.Comparator;
import java.util.List;

/** A planted break as the export must show it; amounts are text, empty where that side is missing. */
record ExpectedBreak(
        BreakType type, List<String> left, List<String> right, String leftAmount, String rightAmount, String currency) {

    static final Comparator<ExpectedBreak> ORDER = Comparator.comparing((ExpectedBreak planted) -> planted.type.name())
            .thenComparing(planted -> String.join("|", planted.left))
            .thenComparing(planted -> String.join("|", planted.right));

    private static final String CURRENCY = "BRL";

    /** A break about things alone, as the accrual reconciliations have it. */
    static ExpectedBreak ofLeft(BreakType type, Object left) {
        return new ExpectedBreak(type, List.of(left.toString()), List.of(), "", "", "");
    }

    static ExpectedBreak ofRight(BreakType type, Object right) {
        return new ExpectedBreak(type, List.of(), List.of(right.toString()), "", "", "");
    }

    static ExpectedBreak ofLeft(BreakType type, Object left, long cents) {
        return new ExpectedBreak(type, List.of(left.toString()), List.of(), Amounts.cents(cents), "", CURRENCY);
    }

    static ExpectedBreak ofRight(BreakType type, Object right, long cents) {
        return new ExpectedBreak(type, List.of(), List.of(right.toString()), "", Amounts.cents(cents), CURRENCY);
    }

    static ExpectedBreak ofBoth(BreakType type, Object left, Object right, long leftCents, long rightCents) {
        return new ExpectedBreak(
                type,
                List.of(left.toString()),
                List.of(right.toString()),
                Amounts.cents(leftCents),
                Amounts.cents(rightCents),
                CURRENCY);
    }

    /** What a record claims against what it should be; only the record itself is named. */
    static ExpectedBreak ofClaim(BreakType type, Object record, long claimedCents, long actualCents) {
        return new ExpectedBreak(
                type,
                List.of(),
                List.of(record.toString()),
                Amounts.cents(claimedCents),
                Amounts.cents(actualCents),
                CURRENCY);
    }

    /** A gap has no amounts, but its statement has a currency. */
    static ExpectedBreak ofGap(Object record) {
        return new ExpectedBreak(BreakType.STATEMENT_GAP, List.of(), List.of(record.toString()), "", "", CURRENCY);
    }
}
