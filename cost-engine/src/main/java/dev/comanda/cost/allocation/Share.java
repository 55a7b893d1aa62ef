package dev.comanda.cost.allocation;

/**
 * What a team bears of the cost that a rule shares.
 *
 * @param rule its number
 * @param domain of the team, or {@code unallocated}
 * @param billionths of the whole; those of a rule add up to 1,000,000,000
 */
public record Share(int rule, String team, String domain, long billionths) {

    /** The whole. */
    public static final long WHOLE = 1_000_000_000L;
}
