package dev.comanda.cost.bill.storage;

import dev.comanda.cost.bill.BillFile;
import dev.comanda.cost.bill.Deliveries;
import dev.comanda.cost.bill.Delivery;
import dev.comanda.cost.bill.FileFormat;
import dev.comanda.cost.bill.Fingerprint;
import dev.comanda.cost.bill.Manifest;
import dev.comanda.cost.bill.UnreadableBillException;
import dev.comanda.cost.bill.manifest.ManifestReader;
import dev.comanda.cost.bill.manifest.UnreadableManifestException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What of the files in a folder or bucket is a delivery. Files outside a manifest are no part of any. */
abstract class StoredDeliveries implements Deliveries {

    private static final String MANIFEST = "-Manifest.json";

    /**
     * AWS writes the manifest after all files (Data Exports, "Export delivery"), and delivers a period again some hours later. Who copies
     * a delivery may write its manifest first, and the files soon after it.
     */
    private static final Duration MOST_AFTER_MANIFEST = Duration.ofHours(1);

    /** A hundred thousand files; beyond it memory would be the sender's to fill. */
    private static final int LONGEST_MANIFEST_BYTES = 16 * 1024 * 1024;

    private final String source;

    /** @param source what a sentence calls the whole */
    StoredDeliveries(String source) {
        this.source = source;
    }

    @Override
    public String source() {
        return source;
    }

    /** Where all the files lie, sorted. */
    abstract List<String> places() throws IOException;

    /** The file of a place; empty where there is none. */
    abstract Optional<BillFile> file(String place) throws IOException;

    /** Whether a file may be one of a delivery, or say what is, by its name. */
    static boolean isOfBills(String place) {
        return isManifest(place) || isOfBill(place);
    }

    private static boolean isManifest(String place) {
        return place.endsWith(MANIFEST);
    }

    private static boolean isOfBill(String place) {
        return FileFormat.of(Path.of(place)).isPresent();
    }

    @Override
    public List<Found> find(@Nullable YearMonth only) {
        List<String> places = listed();
        List<ManifestPlace> manifests = places.stream()
                .filter(StoredDeliveries::isManifest)
                .flatMap(place -> ManifestPlace.of(place).stream())
                .sorted(Comparator.comparing(ManifestPlace::manifest))
                .toList();
        if (manifests.isEmpty()) {
            List<String> bare =
                    places.stream().filter(StoredDeliveries::isOfBill).toList();
            return List.of(bare(only, bare));
        }
        Map<YearMonth, List<ManifestPlace>> byPeriod = new TreeMap<>();
        manifests.stream()
                .filter(each -> only == null || only.equals(each.period()))
                .forEach(each -> byPeriod.computeIfAbsent(each.period(), period -> new ArrayList<>())
                        .add(each));
        return byPeriod.values().stream().map(this::found).toList();
    }

    private List<String> listed() {
        try {
            return places();
        } catch (IOException e) {
            throw new UnreadableBillException(null, source, "cannot be listed: " + e.getMessage(), e);
        }
    }

    private Found found(List<ManifestPlace> places) {
        ManifestPlace place = places.get(0);
        if (places.size() > 1) {
            return new Found.Broken(new UnreadableBillException(
                    place.period(),
                    place.manifest() + " and " + places.get(1).manifest(),
                    "both deliver it; give one of the two exports as --source"));
        }
        try {
            return new Found.Whole(read(place));
        } catch (UnreadableBillException e) {
            return new Found.Broken(e);
        } catch (UnreadableManifestException e) {
            return new Found.Broken(
                    new UnreadableBillException(place.period(), place.manifest(), String.valueOf(e.getMessage()), e));
        } catch (IOException e) {
            return new Found.Broken(new UnreadableBillException(
                    place.period(), place.manifest(), "cannot be read: " + e.getMessage(), e));
        }
    }

    private Delivery read(ManifestPlace place) throws IOException {
        BillFile mark = file(place.manifest()).orElseThrow(() -> absent(place, place.manifest()));
        byte[] json = content(mark);
        Manifest manifest = ManifestReader.read(json);
        if (manifest.period() != null && !manifest.period().equals(place.period())) {
            throw new UnreadableBillException(
                    place.period(),
                    place.manifest(),
                    "speaks of period " + manifest.period() + "; it lies in the folder of another");
        }
        List<BillFile> files = new ArrayList<>();
        Fingerprint fingerprint = new Fingerprint().with(json);
        for (String key : manifest.files()) {
            String at = place.file(key);
            BillFile file = file(at).orElseThrow(() -> absent(place, at));
            if (place.isOverwritten(key)) {
                refuseYounger(place.period(), mark, file);
            }
            files.add(file);
            fingerprint.with(file);
        }
        return new Delivery(manifest.export(), place.period(), mark, files, fingerprint.toString());
    }

    private static void refuseYounger(YearMonth period, BillFile manifest, BillFile file) {
        if (file.modifiedAt().isAfter(manifest.modifiedAt().plus(MOST_AFTER_MANIFEST))) {
            throw new UnreadableBillException(
                    period,
                    file.place(),
                    "was written at " + file.modifiedAt() + ", long after its manifest (" + manifest.modifiedAt()
                            + "): a new delivery is being written over it; import it again when the manifest is new too");
        }
    }

    private static byte[] content(BillFile file) throws IOException {
        try (InputStream bytes = file.open()) {
            byte[] content = bytes.readNBytes(LONGEST_MANIFEST_BYTES + 1);
            if (content.length > LONGEST_MANIFEST_BYTES) {
                throw new UnreadableManifestException(
                        "is longer than " + LONGEST_MANIFEST_BYTES + " bytes; no manifest is, look at what lies there");
            }
            return content;
        }
    }

    private static UnreadableBillException absent(ManifestPlace place, String file) {
        return new UnreadableBillException(
                place.period(),
                file,
                "is named by the manifest and is not there; the delivery is not complete, import it again when it is");
    }

    private Found bare(@Nullable YearMonth period, List<String> places) {
        if (period == null) {
            return new Found.Broken(new UnreadableBillException(
                    null, source, "has no manifest; say with --period which month its files bill"));
        }
        if (places.isEmpty()) {
            return new Found.Broken(new UnreadableBillException(
                    period, source, "holds no bill: neither a manifest nor a .parquet, .csv or .csv.gz file"));
        }
        try {
            List<BillFile> files = new ArrayList<>();
            Fingerprint fingerprint = new Fingerprint();
            for (String place : places) {
                BillFile file = file(place)
                        .orElseThrow(() -> new UnreadableBillException(period, place, "was there and is gone"));
                files.add(file);
                fingerprint.with(file);
            }
            return new Found.Whole(new Delivery(lastOf(source), period, null, files, fingerprint.toString()));
        } catch (UnreadableBillException e) {
            return new Found.Broken(e);
        } catch (IOException e) {
            return new Found.Broken(
                    new UnreadableBillException(period, source, "cannot be read: " + e.getMessage(), e));
        }
    }

    private static String lastOf(String place) {
        return place.substring(place.lastIndexOf('/') + 1);
    }
}
