package dev.comanda.web.costs;

import dev.comanda.cost.charge.CostQuestion.Filter;
import dev.comanda.cost.charge.Metric;
import dev.comanda.cost.charge.ReportKey;
import dev.comanda.cost.charge.ReportKey.Column;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What is asked of costs, as it stands in the address of the page; what is none is left out, so that every address shows something.
 *
 * @param period a month, one of {@link Periods}' names, or empty for the newest month
 * @param from the first day, as it was typed, where the period is days
 * @param to the last day, as it was typed
 * @param by what rows are of, at most {@link #MOST_KEYS}
 * @param compares with what was before
 * @param reads the files of the bills, where the question needs them; else the page says that it would
 */
record ExplorerQuery(
        String period,
        String from,
        String to,
        List<ReportKey> by,
        Metric metric,
        boolean compares,
        List<Filter> filters,
        boolean reads) {

    static final int MOST_KEYS = 3;

    private static final String TAG = "tag";

    ExplorerQuery {
        by = List.copyOf(by);
        filters = List.copyOf(filters);
    }

    static ExplorerQuery of(MultiValueMap<String, String> asked) {
        List<ReportKey> by = all(asked, "by")
                .map(code -> code.equals(TAG) ? TAG + ":" + first(asked, TAG).strip() : code)
                .flatMap(code -> ReportKey.of(code).stream())
                .distinct()
                .limit(MOST_KEYS)
                .toList();
        return new ExplorerQuery(
                first(asked, "period"),
                first(asked, "from"),
                first(asked, "to"),
                by.isEmpty() ? List.of(Column.TEAM) : by,
                Metric.of(first(asked, "metric")).orElse(Metric.AMORTIZED),
                asked.containsKey("compare"),
                all(asked, "where")
                        .flatMap(text -> filter(text).stream())
                        .distinct()
                        .toList(),
                asked.containsKey("read"));
    }

    private static Stream<String> all(MultiValueMap<String, String> asked, String name) {
        List<String> values = asked.get(name);
        return values == null ? Stream.empty() : values.stream();
    }

    private static String first(MultiValueMap<String, String> asked, String name) {
        String value = asked.getFirst(name);
        return value == null ? "" : value;
    }

    private static Optional<Filter> filter(String text) {
        int at = text.indexOf('=');
        return at < 0
                ? Optional.empty()
                : ReportKey.of(text.substring(0, at).replace("%3D", "=").replace("%25", "%"))
                        .map(key -> new Filter(key, text.substring(at + 1)));
    }

    /** A filter as it stands in the address; a tag's key may have the sign that ends it. */
    static String text(Filter filter) {
        return filter.key().code().replace("%", "%25").replace("=", "%3D") + "=" + filter.value();
    }

    /** The key of one of the selects; null where it is not chosen. */
    public @Nullable ReportKey key(int number) {
        return number < by.size() ? by.get(number) : null;
    }

    ExplorerQuery by(List<ReportKey> keys) {
        return new ExplorerQuery(period, from, to, keys, metric, compares, filters, reads);
    }

    ExplorerQuery where(List<Filter> narrowed) {
        return new ExplorerQuery(period, from, to, by, metric, compares, narrowed, reads);
    }

    ExplorerQuery reading() {
        return new ExplorerQuery(period, from, to, by, metric, compares, filters, true);
    }

    /** What is filtered, and by the values of a row too. */
    ExplorerQuery within(List<String> row) {
        List<Filter> narrowed = new ArrayList<>(filters);
        for (int each = 0; each < by.size(); each++) {
            Filter filter = new Filter(by.get(each), row.get(each));
            if (!narrowed.contains(filter)) {
                narrowed.add(filter);
            }
        }
        return where(narrowed);
    }

    String href(String path) {
        List<String> parameters = new ArrayList<>();
        add(parameters, "period", period);
        add(parameters, "from", from);
        add(parameters, "to", to);
        by.forEach(each -> add(parameters, "by", each.code()));
        add(parameters, "metric", metric.code());
        if (compares) {
            add(parameters, "compare", "on");
        }
        filters.forEach(each -> add(parameters, "where", text(each)));
        if (reads) {
            add(parameters, "read", "on");
        }
        return path + "?" + String.join("&", parameters);
    }

    private static void add(List<String> parameters, String name, String value) {
        if (!value.isEmpty()) {
            parameters.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
