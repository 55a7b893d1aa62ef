package dev.comanda.cost.opinion;

import java.math.BigDecimal;

/**
 * One service in the bill and in Cost Explorer.
 *
 * @param service what it is called, or what the one of the two calls it that alone knows it
 * @param bill what the published bill says; 0 where it is not in it
 * @param costExplorer what Cost Explorer says; 0 where it does not name it
 * @param isMapped whether the table of names knows it; what it does not know stands alone and differs
 */
public record Comparison(String service, BigDecimal bill, BigDecimal costExplorer, String currency, boolean isMapped) {

    /** Bill less Cost Explorer. */
    public BigDecimal difference() {
        return bill.subtract(costExplorer);
    }
}
