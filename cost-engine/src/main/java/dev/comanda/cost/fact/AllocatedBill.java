package dev.comanda.cost.fact;

import dev.comanda.cost.allocation.AllocationRules;
import dev.comanda.cost.allocation.Share;
import java.util.List;
import java.util.function.Consumer;

/** A bill of which every line has found an owner, open to be read. Its facts add up to the bill exactly, by each metric. */
public interface AllocatedBill {

    AllocationRules rules();

    /** How what is shared is divided. */
    List<Share> shares();

    /** In an order that depends on the keys alone. */
    void keys(Consumer<FactKey> keys);

    /** By key and date. */
    void facts(Consumer<Fact> facts);
}
