package dev.comanda.cost.opinion;

/** How often Cost Explorer may be asked on a day in UTC. */
public interface CallBudget {

    /**
     * Counts one call that is about to be made.
     *
     * @throws dev.comanda.ops.error.OpsException CALL_BUDGET_SPENT where it would be one too many; it is not counted then
     */
    void take(String operation);
}
