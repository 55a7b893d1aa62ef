package dev.comanda.cost.bill.storage;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A manifest that lies where a period's current delivery is said: in {@code metadata/BILLING_PERIOD=2026-08/} of a Data Export, or
 * in {@code 20260801-20260901/} of a legacy report. Those a level deeper belong to one execution each and are passed over.
 *
 * @param manifest the manifest
 * @param period the billing period of its folder
 * @param base the folder from which the keys of its files are counted
 * @param marker what stands before that part of a key
 */
record ManifestPlace(Path manifest, YearMonth period, Path base, String marker) {

    private static final Pattern PARTITION = Pattern.compile("BILLING_PERIOD=(\\d{4}-\\d{2})");
    private static final Pattern LEGACY = Pattern.compile("(\\d{8})-\\d{8}");
    private static final String METADATA = "metadata";
    private static final String DATA = "data/";

    static Optional<ManifestPlace> of(Path manifest) {
        Path folder = manifest.getParent();
        if (folder == null || folder.getFileName() == null) {
            return Optional.empty();
        }
        String name = folder.getFileName().toString();
        Matcher partition = PARTITION.matcher(name);
        Path above = folder.getParent();
        try {
            if (partition.matches() && above != null && above.endsWith(METADATA)) {
                return Optional.of(new ManifestPlace(
                        manifest, YearMonth.parse(partition.group(1)), above.resolveSibling("data"), DATA));
            }
            Matcher legacy = LEGACY.matcher(name);
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

    /** The file of a key: the key's part after the last marker, below the base. */
    Path file(String key) {
        int at = key.lastIndexOf("/" + marker);
        String within = at >= 0
                ? key.substring(at + 1 + marker.length())
                : key.startsWith(marker) ? key.substring(marker.length()) : key;
        Path file = base.resolve(within).normalize();
        return file.startsWith(base) ? file : base.resolve(Path.of(within).getFileName());
    }
}
