package dev.comanda.cost.charge;

import java.math.BigDecimal;
import java.util.List;

/**
 * One row of a report.
 *
 * @param keys the values in the order of the report's keys; empty where the bill says none
 * @param cost with 12 digits after the point
 * @param currency as ISO 4217 has it
 */
public record CostRow(List<String> keys, BigDecimal cost, String currency) {

    public CostRow {
        keys = List.copyOf(keys);
    }
}
