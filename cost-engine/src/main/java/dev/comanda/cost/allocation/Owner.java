package dev.comanda.cost.allocation;

/** What a rule says of a charge, and what stands there where no rule says anything. */
public enum Owner {
    TEAM,
    DOMAIN,
    ENVIRONMENT;

    /** No rule says whose it is. */
    public static final String UNALLOCATED = "unallocated";

    /** Of an instance that no pod used. */
    public static final String IDLE = "idle";
}
