package dev.comanda.cost.opinion;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * AWS Cost Explorer. Each question may cost money.
 *
 * <p>Every question fails with an {@code OpsException}: {@code COST_EXPLORER_UNAVAILABLE} where it does not answer,
 * {@code CALL_BUDGET_SPENT} where it is not asked any more today.
 */
public interface CostExplorer {

    /** What each service cost in a month, by name. */
    List<ControlTotal> totals(YearMonth period);

    /** What is expected from today on, to the end of the last month. */
    List<Forecast> forecast(LocalDate today, YearMonth last);

    /** What was out of the ordinary from one day to another, both included; it knows the last 90 days. */
    List<Anomaly> anomalies(LocalDate from, LocalDate to);

    /** Savings Plans and reservations in a month. */
    List<Commitment> commitments(YearMonth period);
}
