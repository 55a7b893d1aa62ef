package dev.comanda.cost.bill.storage;

import dev.comanda.cost.bill.Deliveries;
import dev.comanda.cost.bill.Delivery;
import dev.comanda.cost.bill.FileFormat;
import dev.comanda.cost.bill.Fingerprint;
import dev.comanda.cost.bill.Manifest;
import dev.comanda.cost.bill.UnreadableBillException;
import dev.comanda.cost.bill.manifest.ManifestReader;
import dev.comanda.cost.bill.manifest.UnreadableManifestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Bills in a folder, as AWS lays them out in a bucket. Files outside a manifest are no part of any delivery. */
public final class FolderDeliveries implements Deliveries {

    private static final String MANIFEST = "-Manifest.json";

    private final Path source;

    /** @param source a folder at or above exports, a folder of bare files, or one bare file */
    public FolderDeliveries(Path source) {
        this.source = source;
    }

    @Override
    public List<Found> find(@Nullable YearMonth only) {
        List<ManifestPlace> manifests = manifests();
        if (manifests.isEmpty()) {
            return List.of(bare(only));
        }
        Map<YearMonth, List<ManifestPlace>> byPeriod = new TreeMap<>();
        manifests.stream()
                .filter(each -> only == null || only.equals(each.period()))
                .forEach(each -> byPeriod.computeIfAbsent(each.period(), period -> new ArrayList<>())
                        .add(each));
        return byPeriod.values().stream().map(this::found).toList();
    }

    private List<ManifestPlace> manifests() {
        if (!Files.isDirectory(source)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(source)) {
            return files.filter(file -> file.getFileName().toString().endsWith(MANIFEST))
                    .flatMap(file -> ManifestPlace.of(file.toAbsolutePath().normalize()).stream())
                    .sorted((one, other) -> one.manifest().compareTo(other.manifest()))
                    .toList();
        } catch (IOException e) {
            throw new UnreadableBillException(null, source.toString(), "cannot be listed: " + e.getMessage(), e);
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
        }
    }

    private static Delivery read(ManifestPlace place) {
        try {
            byte[] json = Files.readAllBytes(place.manifest());
            Manifest manifest = ManifestReader.read(json);
            if (manifest.period() != null && !manifest.period().equals(place.period())) {
                throw new UnreadableBillException(
                        place.period(),
                        place.manifest().toString(),
                        "speaks of period " + manifest.period() + "; it lies in the folder of another");
            }
            List<Path> files = manifest.files().stream().map(place::file).toList();
            Fingerprint fingerprint = new Fingerprint().with(json);
            for (Path file : files) {
                if (!Files.isRegularFile(file)) {
                    throw new UnreadableBillException(
                            place.period(),
                            file.toString(),
                            "is named by the manifest and is not there; the delivery is not complete, import it again when it is");
                }
                fingerprint.with(file);
            }
            return new Delivery(manifest.export(), place.period(), place.manifest(), files, fingerprint.toString());
        } catch (UnreadableManifestException e) {
            throw new UnreadableBillException(
                    place.period(), place.manifest().toString(), String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new UnreadableBillException(
                    place.period(), place.manifest().toString(), "cannot be read: " + e.getMessage(), e);
        }
    }

    private Found bare(@Nullable YearMonth period) {
        if (period == null) {
            return new Found.Broken(new UnreadableBillException(
                    null, source.toString(), "has no manifest; say with --period which month its files bill"));
        }
        try {
            List<Path> files = bareFiles();
            if (files.isEmpty()) {
                throw new UnreadableBillException(
                        period,
                        source.toString(),
                        "holds no bill: neither a manifest nor a .parquet, .csv or .csv.gz file");
            }
            Fingerprint fingerprint = new Fingerprint();
            for (Path file : files) {
                fingerprint.with(file);
            }
            return new Found.Whole(
                    new Delivery(source.getFileName().toString(), period, source, files, fingerprint.toString()));
        } catch (UnreadableBillException e) {
            return new Found.Broken(e);
        } catch (IOException e) {
            return new Found.Broken(
                    new UnreadableBillException(period, source.toString(), "cannot be read: " + e.getMessage(), e));
        }
    }

    private List<Path> bareFiles() throws IOException {
        if (Files.isRegularFile(source)) {
            return List.of(source.toAbsolutePath().normalize());
        }
        try (Stream<Path> files = Files.walk(source)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> FileFormat.of(file).isPresent())
                    .map(file -> file.toAbsolutePath().normalize())
                    .sorted()
                    .toList();
        }
    }
}
