package dev.comanda.cost.focus.folder;

import dev.comanda.cost.focus.FocusDataset.Written;
import dev.comanda.cost.focus.FocusPlace;
import dev.comanda.cost.focus.FocusSchema;
import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder laid out as AWS lays out an export: files below {@code data/}, each dataset in a folder of its own that is written once, and in
 * {@code metadata/BILLING_PERIOD=…/} the manifest that says which one counts. Only its replacement shows a dataset. The folder of the
 * data is not named {@code BILLING_PERIOD=…}: readers would make a column of it that FOCUS does not know.
 */
public final class FocusFolder implements FocusPlace {

    private static final Pattern OURS = Pattern.compile("\\.?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Path folder;

    /** @param folder made where it is not there */
    public FocusFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public Written replace(YearMonth period, String id, Function<Path, Written> write) {
        Path data = folder.resolve("data").resolve(period.toString());
        prepare(data);
        try (FileChannel channel =
                        FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.tryLock()) {
            if (held == null) {
                throw underWay(null);
            }
            return replaced(data, period, id, write);
        } catch (OverlappingFileLockException e) {
            throw underWay(e);
        } catch (IOException e) {
            throw new UncheckedIOException("the export could not be written to " + folder, e);
        }
    }

    private void prepare(Path data) {
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new OpsException(
                    ErrorCode.UNUSABLE_ARGUMENT, "--output " + folder + " is no folder that can be written to", e);
        }
    }

    private OpsException underWay(@Nullable Exception cause) {
        return new OpsException(
                ErrorCode.RUN_IN_PROGRESS,
                "another export to " + folder + " is under way; start this one again when it is done",
                cause);
    }

    private Written replaced(Path data, YearMonth period, String id, Function<Path, Written> write) throws IOException {
        Path unfinished = data.resolve("." + id);
        remove(unfinished);
        Files.createDirectories(unfinished);
        try {
            Written written = write.apply(unfinished);
            Path place = Files.createDirectories(data.resolve(id));
            for (Path each : written.files()) {
                Files.move(each, place.resolve(each.getFileName()), StandardCopyOption.ATOMIC_MOVE);
            }
            List<Path> files = written.files().stream()
                    .map(each -> place.resolve(each.getFileName()))
                    .toList();
            describe(period, id, files, written);
            forget(data, place);
            return new Written(files, written.rows(), written.billed(), written.effective(), written.list());
        } finally {
            remove(unfinished);
        }
    }

    /** What describes the dataset comes first; the manifest shows it. */
    private void describe(YearMonth period, String id, List<Path> files, Written written) throws IOException {
        Path metadata = folder.resolve("metadata");
        Json.write(metadata.resolve("data_generator.json"), Map.of("DataGenerator", "Comanda"));
        Json.write(metadata.resolve("schemas").resolve(FocusSchema.id() + ".json"), FocusSchema.definition());
        Json.write(
                metadata.resolve("BILLING_PERIOD=" + period).resolve("focus-Manifest.json"),
                Json.manifest(
                        period,
                        id,
                        files.stream()
                                .map(each -> folder.relativize(each).toString().replace('\\', '/'))
                                .toList(),
                        written));
    }

    /** Removes the datasets of the period that were shown before. */
    private static void forget(Path data, Path shown) throws IOException {
        try (Stream<Path> all = Files.list(data)) {
            for (Path each : all.filter(place -> !place.equals(shown)).toList()) {
                if (OURS.matcher(String.valueOf(each.getFileName())).matches()) {
                    remove(each);
                }
            }
        }
    }

    private static void remove(Path place) throws IOException {
        if (!Files.exists(place)) {
            return;
        }
        try (Stream<Path> all = Files.walk(place)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
