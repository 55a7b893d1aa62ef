package dev.comanda.cost.fact;

import dev.comanda.cost.charge.Metric;
import java.math.BigDecimal;

/**
 * {@code allocated + shared + idle + unallocated = bill}, in the bill's currency, with 12 digits after the point.
 *
 * @param allocated to a team by a rule
 * @param shared by teams
 * @param idle of instances, used by no pod
 * @param unallocated no rule says whose it is
 * @param bill as it was summed up when it was read, before anybody owned anything
 */
public record Proof(
        Metric metric,
        BigDecimal allocated,
        BigDecimal shared,
        BigDecimal idle,
        BigDecimal unallocated,
        BigDecimal bill) {

    /** What is missing; always 0, the database takes nothing else. */
    public BigDecimal difference() {
        return bill.subtract(allocated).subtract(shared).subtract(idle).subtract(unallocated);
    }
}
