package dev.comanda.ops.chargeback;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many calendar days after a chargeback it can be contested at the latest.
 *
 * @param days by scheme, in lower case as the PSP writes it; {@link #OTHERS} for every scheme that is not named
 */
public record Deadlines(SortedMap<String, Integer> days) {

    /** Stands for a scheme that nobody named, or that the PSP did not say. */
    public static final String OTHERS = "unknown";

    /** From Adyen's page "Dispute timeframes"; of the others the shortest of the large schemes. */
    private static final Map<String, Integer> DEFAULTS =
            Map.of("visa", 18, "mc", 40, "amex", 14, "diners", 25, "discover", 25, "jcb", 40, "pix", 7, OTHERS, 18);

    private static final int LONGEST = 365;

    public Deadlines {
        days.forEach((scheme, count) -> {
            if (!scheme.equals(scheme.toLowerCase(Locale.ROOT)) || count < 1 || count > LONGEST) {
                throw new IllegalArgumentException(
                        "the deadline of %s is %d days: write the scheme in lower case and 1 to %d days"
                                .formatted(scheme, count, LONGEST));
            }
        });
        days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
    }

    /** What is known without configuration. */
    public static Deadlines standard() {
        return new Deadlines(new TreeMap<>(DEFAULTS));
    }

    /** The same with other days for some schemes. */
    public Deadlines with(Map<String, Integer> others) {
        TreeMap<String, Integer> all = new TreeMap<>(days);
        all.putAll(others);
        return new Deadlines(all);
    }

    public int of(String scheme) {
        return days.getOrDefault(scheme, Objects.requireNonNull(days.get(OTHERS), OTHERS));
    }
}
