package dev.comanda.cost.allocation;

/** Where rules come from that the product may replace. */
public interface RulesKeeper extends RulesSource {

    /** Whether they may be replaced here. Where a file is named for them, whoever keeps that file does it. */
    boolean mayReplace();

    /**
     * Rules that are not in force.
     *
     * @param origin where the content comes from, for sentences
     * @throws UnusableRulesException with every mistake that was found, each with its line
     */
    AllocationRules read(String origin, String content);

    /**
     * Puts rules in place of those in force, in one step.
     *
     * @param content the file as it shall stand
     * @throws UnusableRulesException where it cannot be used; nothing is replaced
     * @throws IllegalStateException where they may not be replaced, or the file cannot be written
     */
    void replace(String content);
}
