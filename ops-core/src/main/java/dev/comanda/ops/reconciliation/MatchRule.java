package dev.comanda.ops.reconciliation;

import java.math.BigDecimal;
import java.util.Set;

/**
 * One way in which items match. Rules are tried in the order of their spec, each on what the ones before it left; ties go
 * to the lowest reference, so that no rule depends on the order in which items arrived. A rule never matches an empty
 * reference, and never two currencies.
 */
public sealed interface MatchRule {

    /** The name of the rule as it is exported. */
    String name();

    /** The kinds of right items that the rule may take. */
    Set<ItemKind> rightKinds();

    /** Key, currency and amount agree; the n-th left of a key goes with its n-th right. */
    record OneToOne(String name, MatchKey key, Set<ItemKind> rightKinds) implements MatchRule {}

    /** The key agrees, whatever the amounts; the n-th left of a key goes with its n-th right. */
    record ByExistence(String name, MatchKey key, Set<ItemKind> rightKinds) implements MatchRule {}

    /** The left's amount is that of the only right of its key and currency. */
    record OnlyRight(String name, MatchKey key, Set<ItemKind> rightKinds) implements MatchRule {}

    /** All unmatched rights of a key, two or more of them, sum to one left. */
    record RightsSumToLeft(String name, MatchKey key, Set<ItemKind> rightKinds) implements MatchRule {}

    /** One right covers all unmatched lefts of a key, two or more of them. */
    record LeftsSumToRight(String name, MatchKey key, Set<ItemKind> rightKinds) implements MatchRule {}

    /** As {@link OneToOne}, the amounts differ by no more than the tolerance, in units of the currency. */
    record WithinTolerance(String name, MatchKey key, Set<ItemKind> rightKinds, BigDecimal tolerance)
            implements MatchRule {}

    /** Nothing is due on the left, and there is no right of its reference. */
    record NothingDue(String name) implements MatchRule {
        @Override
        public Set<ItemKind> rightKinds() {
            return Set.of();
        }
    }

    /**
     * Among rights that carry no reference of ours: amount and currency agree, the value date lies between the left's date
     * and its due date, and there is exactly one such pair for either.
     */
    record OnlyPairInItsDays(String name, Set<ItemKind> rightKinds) implements MatchRule {}

    /**
     * A further proof of a payment that is already matched: it joins the group of its left where that group has none of its
     * role yet and the amount agrees. The money is counted once.
     */
    record JoinsItsGroup(String name, Set<ItemKind> rightKinds) implements MatchRule {}
}
