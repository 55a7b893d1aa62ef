package dev.comanda.cost.bill.storage;

import dev.comanda.cost.bill.BillFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Bills in a folder, as AWS lays them out in a bucket. */
public final class FolderDeliveries extends StoredDeliveries {

    private final Path source;

    /** @param source a folder at or above exports, a folder of bare files, or one bare file */
    public FolderDeliveries(Path source) {
        super(source.toString());
        this.source = source.toAbsolutePath().normalize();
    }

    @Override
    public String source() {
        return source.toString();
    }

    @Override
    List<String> places() throws IOException {
        Path start = Files.isSymbolicLink(source) ? source.toRealPath() : source;
        try (Stream<Path> files = Files.walk(start)) {
            return files.filter(Files::isRegularFile)
                    .map(Path::toString)
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    Optional<BillFile> file(String place) throws IOException {
        Path path = Path.of(place);
        return Files.isRegularFile(path) ? Optional.of(FileInFolder.at(path)) : Optional.empty();
    }
}
