package dev.comanda.cost.charge;

import dev.comanda.cost.charge.ReportKey.Column;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of bills.
 *
 * @param keys what to group by, in order; none for one sum
 * @param metric what to add up
 * @param filters what a charge must be to count; none for all charges
 * @param days on which it must have been charged; null for whatever the bills charge, also days outside of their periods
 */
public record CostQuestion(List<ReportKey> keys, Metric metric, List<Filter> filters, @Nullable Days days) {

    public CostQuestion {
        keys = List.copyOf(keys);
        filters = List.copyOf(filters);
    }

    /** About all charges. */
    public CostQuestion(List<ReportKey> keys, Metric metric) {
        this(keys, metric, List.of(), null);
    }

    /** About the charges that the filters let through, whatever their day. */
    public CostQuestion(List<ReportKey> keys, Metric metric, List<Filter> filters) {
        this(keys, metric, filters, null);
    }

    /** @param value as a report writes it */
    public record Filter(ReportKey key, String value) {}

    /**
     * Days in UTC.
     *
     * @param last included
     */
    public record Days(LocalDate first, LocalDate last) {

        /** @throws IllegalArgumentException where the last one is before the first */
        public Days {
            if (last.isBefore(first)) {
                throw new IllegalArgumentException("the days end on " + last + ", before they begin on " + first);
            }
        }
    }

    /** What must be known of a charge to answer it, each once. */
    public List<ReportKey> allKeys() {
        Stream<ReportKey> ofDays = days == null ? Stream.empty() : Stream.of(Column.DATE);
        return Stream.concat(namedKeys(), ofDays).distinct().toList();
    }

    /** Whether cost must be told apart by day, and not only be counted from one day to another. */
    public boolean isByDay() {
        return namedKeys().anyMatch(Column.DATE::equals);
    }

    private Stream<ReportKey> namedKeys() {
        return Stream.concat(keys.stream(), filters.stream().map(Filter::key));
    }
}
