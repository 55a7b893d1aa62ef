package dev.comanda.cost.scan;

import dev.comanda.cost.allocation.AllocationRules;
import dev.comanda.cost.charge.ChargeLine;
import dev.comanda.cost.charge.CostQuestion;
import dev.comanda.cost.scan.ChargeScan.PeriodFiles;
import java.util.List;

/** Shows the lines of a bill that a number is made of. */
public interface ChargeLines {

    /**
     * The lines of most cost, whether owed or given back, the largest first.
     *
     * @param question of which only filters, days and metric count; no filter is by team or domain: who bears a line that a rule shares
     *     is said by the rule
     * @param rules whose the charges are
     * @param limit how many at most
     */
    List<ChargeLine> largest(PeriodFiles bill, CostQuestion question, AllocationRules rules, int limit);
}
