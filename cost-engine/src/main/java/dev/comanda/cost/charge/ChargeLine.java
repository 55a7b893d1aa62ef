package dev.comanda.cost.charge;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a bill as a report counts it, or a pod's part of one.
 *
 * @param place where it stands
 * @param date in UTC; null where the bill says none
 * @param values of {@link #KEYS}, in their order; empty where the bill says none
 * @param cost by the metric that is asked for, with 12 digits after the point
 * @param currency as ISO 4217 has it
 */
public record ChargeLine(Place place, @Nullable LocalDate date, List<String> values, BigDecimal cost, String currency) {

    /** What is said of each line. */
    public static final List<ReportKey.Column> KEYS = List.of(
            ReportKey.Column.ACCOUNT,
            ReportKey.Column.SERVICE,
            ReportKey.Column.REGION,
            ReportKey.Column.USAGE_TYPE,
            ReportKey.Column.CHARGE_TYPE,
            ReportKey.Column.RESOURCE,
            ReportKey.Column.CLUSTER,
            ReportKey.Column.NAMESPACE,
            ReportKey.Column.WORKLOAD);

    public ChargeLine {
        values = List.copyOf(values);
    }

    /**
     * Where a line stands.
     *
     * @param file its name as it was delivered
     * @param row its number there; 0 for the first, without a header
     * @param line AWS's identifier; empty where the bill has none
     */
    public record Place(String file, long row, String line) {}
}
