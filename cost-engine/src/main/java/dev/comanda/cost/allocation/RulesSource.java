package dev.comanda.cost.allocation;

/** Where the rules that are in force come from. */
public interface RulesSource {

    /**
     * The rules as they stand now.
     *
     * @throws UnusableRulesException where they cannot be used; it says where and why
     */
    AllocationRules current();
}
