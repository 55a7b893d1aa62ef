package dev.comanda.ops.reconciliation;

import java.util.List;
import java.util.Set;

/**
 * A reconciliation as data: its sides, its match rules and its break rules, in the order in which they are tried. Two
 * reconciliations that share a side (restaurant and courier payouts share the bank's debits) are one spec with two names.
 *
 * @param reconciliations the names under which results are published; each left item belongs to one of them
 * @param leftRole what the left items are
 * @param rightRoles what the right items are
 * @param matchRules tried in this order
 * @param breakRules tried in this order on what no match rule took
 * @param fileChecks whose breaks are published with it, under its first name
 */
public record ReconciliationSpec(
        List<Reconciliation> reconciliations,
        ItemRole leftRole,
        Set<ItemRole> rightRoles,
        List<MatchRule> matchRules,
        List<BreakRule> breakRules,
        Set<FileCheck> fileChecks) {

    public ReconciliationSpec {
        reconciliations = List.copyOf(reconciliations);
        rightRoles = Set.copyOf(rightRoles);
        matchRules = List.copyOf(matchRules);
        breakRules = List.copyOf(breakRules);
        fileChecks = Set.copyOf(fileChecks);
    }

    /** The first of its names; what no left item explains is published under it. */
    public Reconciliation lead() {
        return reconciliations.get(0);
    }
}
