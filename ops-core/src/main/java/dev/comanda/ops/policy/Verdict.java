package dev.comanda.ops.policy;

import org.jspecify.annotations.Nullable;

/**
 * What a policy says in given circumstances.
 *
 * @param policy the key of the policy
 * @param version the label of its version
 * @param row the id of the row that fired
 * @param team who owns the case
 * @param waitUntilAge at what age in business days the waiting ends, if nothing ends it before; null where it does not wait,
 *     or waits for something that has no date. It is the latest moment to ask again, not the only one: what was missing may come
 */
public record Verdict(
        String policy, String version, String row, Action action, Team team, @Nullable Integer waitUntilAge) {}
