package dev.comanda.cost.imports.archive;

import dev.comanda.cost.bill.BillFile;
import dev.comanda.cost.bill.Delivery;
import dev.comanda.cost.bill.UnreadableBillException;
import dev.comanda.cost.imports.BillArchive;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps deliveries as they came, so that what was published can be read again whatever AWS writes over it. A delivery lies in a
 * folder named by its fingerprint, which appears whole or not at all.
 */
public final class DeliveryArchive implements BillArchive {

    private final Path folder;

    public DeliveryArchive(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public void alone(Runnable work) {
        Path lock = folder.resolve(".lock");
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.tryLock()) {
                if (held == null) {
                    throw underWay(lock, null);
                }
                work.run();
            }
        } catch (OverlappingFileLockException e) {
            throw underWay(lock, e);
        } catch (IOException e) {
            throw new UncheckedIOException("the archive " + folder + " cannot be written to", e);
        }
    }

    private static OpsException underWay(Path lock, @Nullable Exception cause) {
        return new OpsException(
                ErrorCode.RUN_IN_PROGRESS,
                "another import of bills is under way and holds " + lock + "; start this one again when it is done",
                cause);
    }

    @Override
    public void keep(Delivery delivery) {
        Path kept = placeOf(delivery.period(), delivery.fingerprint());
        try {
            if (!Files.isDirectory(kept)) {
                Path unfinished = Files.createDirectories(kept.resolveSibling("." + kept.getFileName()));
                copy(delivery, unfinished);
                Files.move(unfinished, kept, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UnreadableBillException(
                    delivery.period(), "the delivery", "could not be kept in " + folder + ": " + e.getMessage(), e);
        }
    }

    @Override
    public List<Path> files(YearMonth period, String fingerprint) {
        Path kept = placeOf(period, fingerprint);
        try (Stream<Path> files = Files.walk(kept)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the archive has lost " + kept + "; import the period " + period + " again", e);
        }
    }

    @Override
    public void forget(YearMonth period, List<String> needed) {
        Path ofPeriod = folder.resolve(period.toString());
        if (!Files.isDirectory(ofPeriod)) {
            return;
        }
        try (Stream<Path> kept = Files.list(ofPeriod)) {
            for (Path each : kept.toList()) {
                if (!needed.contains(each.getFileName().toString())) {
                    remove(each);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("old deliveries in " + ofPeriod + " could not be removed", e);
        }
    }

    private Path placeOf(YearMonth period, String fingerprint) {
        return folder.resolve(period.toString()).resolve(fingerprint);
    }

    private static void copy(Delivery delivery, Path to) throws IOException {
        int number = 0;
        for (BillFile file : delivery.files()) {
            // A folder for each keeps their order, and their names for sentences.
            Path place = Files.createDirectories(to.resolve("%06d".formatted(number++)));
            try {
                file.copyTo(place.resolve(file.name()));
            } catch (IOException e) {
                refuseReplaced(delivery.period(), file);
                throw e;
            }
        }
        for (BillFile each : delivery.parts().toList()) {
            refuseReplaced(delivery.period(), each);
        }
    }

    private static void refuseReplaced(YearMonth period, BillFile file) throws IOException {
        if (!file.isUnchanged()) {
            throw new UnreadableBillException(
                    period,
                    file.place(),
                    "was replaced while the delivery was read; import it again when the delivery is done");
        }
    }

    private static void remove(Path place) throws IOException {
        try (Stream<Path> all = Files.walk(place)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
