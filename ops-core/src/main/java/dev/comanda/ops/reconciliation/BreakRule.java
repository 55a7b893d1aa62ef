package dev.comanda.ops.reconciliation;

import java.util.Set;

/**
 * What an item that no match rule took is called. Break rules are tried in the order of their spec, each on what the ones
 * before it left; what none of them takes is in transit.
 */
public sealed interface BreakRule {

    /** When a break is raised: at once, or on the first date after the left's due date. */
    enum Timing {
        AT_ONCE,
        AFTER_DUE
    }

    /** How a left compares with the unmatched rights of its reference. */
    enum Comparison {
        /** At least one right is in the left's currency. */
        SAME_CURRENCY,
        /** No right is in the left's currency. */
        OTHER_CURRENCY,
        /** The rights in the left's currency sum to more than the left. */
        RIGHTS_ARE_MORE,
        /** The rights in the left's currency sum to less than the left. */
        RIGHTS_ARE_LESS,
        /** Whatever the amounts. */
        ANY
    }

    BreakType type();

    /** A left together with all unmatched rights of its reference. Before the timing both sides are in transit. */
    record LeftWithItsRights(
            BreakType type, Timing timing, Comparison comparison, Set<ItemKind> leftKinds, Set<ItemKind> rightKinds)
            implements BreakRule {}

    /** A right whose reference has matched already; where {@code fullAmountOnly}, only one over the whole amount of that match. */
    record RightOfMatched(BreakType type, Set<ItemKind> rightKinds, Set<ItemKind> leftKinds, boolean fullAmountOnly)
            implements BreakRule {}

    /** A right whose left's group already has an item of the right's role. */
    record RightRepeated(BreakType type, Set<ItemKind> rightKinds) implements BreakRule {}

    /** Any right of these kinds, one row each. */
    record RightAlone(BreakType type, Set<ItemKind> rightKinds) implements BreakRule {}

    /** Any left that is left over, one row each. */
    record LeftAlone(BreakType type, Timing timing) implements BreakRule {}
}
