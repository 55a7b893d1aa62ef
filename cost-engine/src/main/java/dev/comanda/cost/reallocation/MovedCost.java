package dev.comanda.cost.reallocation;

import dev.comanda.cost.allocation.Owner;
import java.math.BigDecimal;

/**
 * What an owner's part of a service costs before and after a change of the rules; amortised, 12 digits after the point.
 *
 * @param name of the owner
 * @param service product code
 * @param currency as ISO 4217 has it
 */
public record MovedCost(
        Owner owner, String name, String service, String currency, BigDecimal before, BigDecimal after) {

    public BigDecimal change() {
        return after.subtract(before);
    }
}
