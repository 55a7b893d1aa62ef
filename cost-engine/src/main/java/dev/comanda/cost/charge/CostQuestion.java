package dev.comanda.cost.charge;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is asked of bills.
 *
 * @param keys what to group by, in order; none for one sum
 * @param metric what to add up
 * @param filters what a charge must be to count; none for all charges
 */
public record CostQuestion(List<ReportKey> keys, Metric metric, List<Filter> filters) {

    public CostQuestion {
        keys = List.copyOf(keys);
        filters = List.copyOf(filters);
    }

    /** About all charges. */
    public CostQuestion(List<ReportKey> keys, Metric metric) {
        this(keys, metric, List.of());
    }

    /** @param value as a report writes it */
    public record Filter(ReportKey key, String value) {}

    /** The keys that are grouped or filtered by, each once. */
    public List<ReportKey> allKeys() {
        return Stream.concat(keys.stream(), filters.stream().map(Filter::key))
                .distinct()
                .toList();
    }
}
