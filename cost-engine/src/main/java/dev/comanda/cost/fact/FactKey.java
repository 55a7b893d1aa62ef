package dev.comanda.cost.fact;

import org.jspecify.annotations.Nullable;

/**
 * What the facts of a bill are about.
 *
 * @param number tells the keys of one bill apart
 * @param account as text; empty where the bill says none
 * @param service product code
 * @param region empty where the bill says none
 * @param chargeType line item type, or the category of a FOCUS charge
 * @param cluster {@code unallocated} outside of clusters
 * @param namespace {@code unallocated} outside of clusters, {@code idle} where no pod used it
 * @param team null where teams share it; else a team, {@code unallocated} or {@code idle}
 * @param domain null where teams share it
 * @param environment of the charge, also where teams share it
 * @param rule number of the rule that settled the team; 0 for none, {@link #IDLE} for what no pod used
 */
public record FactKey(
        int number,
        String account,
        String service,
        String region,
        String chargeType,
        String cluster,
        String namespace,
        @Nullable String team,
        @Nullable String domain,
        String environment,
        int rule) {

    /** In place of a rule: no pod used it. */
    public static final int IDLE = -1;

    /** In place of a rule: none holds. */
    public static final int UNALLOCATED = 0;
}
