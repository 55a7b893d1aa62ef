package dev.comanda.cost.bill.storage;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A manifest that lies where a period's current delivery is said: in {@code metadata/BILLING_PERIOD=2026-08/} of a Data Export, or
 * in {@code 20260801-20260901/} of a legacy report. Those a level deeper belong to one execution each and are passed over. Places are
 * those of folders and of buckets alike, with slashes.
 *
 * @param manifest where the manifest lies
 * @param period the billing period of its folder
 * @param base below which its files lie
 * @param marker what in a key stands for the base
 */
record ManifestPlace(String manifest, YearMonth period, String base, String marker) {

    private static final Pattern PARTITION = Pattern.compile("BILLING_PERIOD=(\\d{4}-\\d{2})");
    private static final Pattern LEGACY = Pattern.compile("(\\d{8})-\\d{8}");
    private static final String METADATA = "metadata";
    private static final String DATA = "data";

    static Optional<ManifestPlace> of(String manifest) {
        String folder = above(manifest);
        String name = lastOf(folder);
        Matcher partition = PARTITION.matcher(name);
        Matcher legacy = LEGACY.matcher(name);
        try {
            if (partition.matches() && lastOf(above(folder)).equals(METADATA)) {
                String export = above(above(folder));
                return Optional.of(new ManifestPlace(
                        manifest, YearMonth.parse(partition.group(1)), export + "/" + DATA, DATA + "/"));
            }
            if (legacy.matches()) {
                return Optional.of(new ManifestPlace(
                        manifest,
                        YearMonth.from(DateTimeFormatter.BASIC_ISO_DATE.parse(legacy.group(1))),
                        folder,
                        name + "/"));
            }
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** The place of a key: the key's part after the last marker, below the base. */
    String file(String key) {
        int at = key.lastIndexOf("/" + marker);
        String within = at >= 0
                ? key.substring(at + 1 + marker.length())
                : key.startsWith(marker) ? key.substring(marker.length()) : key;
        return base + "/" + inside(within);
    }

    /** Whether AWS writes a later delivery over the file; an execution's own folder is written once. */
    boolean isOverwritten(String key) {
        String folder = lastOf(above(key));
        return PARTITION.matcher(folder).matches() || LEGACY.matcher(folder).matches();
    }

    /** A path that leads out of the base is its last name alone. */
    private static String inside(String path) {
        Deque<String> steps = new ArrayDeque<>();
        for (String step : path.split("/", -1)) {
            if (step.equals("..")) {
                if (steps.pollLast() == null) {
                    return lastOf(path);
                }
            } else if (!step.equals(".")) {
                steps.addLast(step);
            }
        }
        return String.join("/", steps);
    }

    private static String above(String place) {
        return place.substring(0, Math.max(0, place.lastIndexOf('/')));
    }

    private static String lastOf(String place) {
        return place.substring(place.lastIndexOf('/') + 1);
    }
}
