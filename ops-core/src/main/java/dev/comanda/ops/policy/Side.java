package dev.comanda.ops.policy;

/** On which side of what should be the money at stake lies. */
public enum Side {
    /** We have or got less than we should. */
    LACKING,
    /** We have or got more than we should. */
    EXCESS,
    /** Neither, or no money is at stake. */
    NONE
}
