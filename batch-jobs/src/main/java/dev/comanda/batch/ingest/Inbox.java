package dev.comanda.batch.ingest;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The files of a folder that are ready to be read, in the order of their paths. */
final class Inbox {

    /** More files than an inbox of a day can have; past it the folder is none. */
    private static final int MOST_FILES = 1_000_000;

    private final Path folder;

    Inbox(Path folder) {
        this.folder = folder;
    }

    List<InboxFile> files() throws IOException {
        List<InboxFile> files = new ArrayList<>();
        try (Stream<Path> found = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            for (Path path : found.filter(Files::isRegularFile)
                    .filter(Inbox::isReady)
                    .limit(MOST_FILES)
                    .toList()) {
                addIfStillThere(path, files);
            }
        }
        files.sort(Comparator.comparing(InboxFile::path));
        return files;
    }

    private void addIfStillThere(Path path, List<InboxFile> files) throws IOException {
        try {
            files.add(InboxFile.at(folder, path));
        } catch (NoSuchFileException goneMeanwhile) {
            // Somebody moved it while we looked; it is read when it is back.
        }
    }

    /** Names that end in .part or .tmp are still being written. */
    private static boolean isReady(Path path) {
        String name = path.getFileName().toString();
        return !name.endsWith(".part") && !name.endsWith(".tmp");
    }
}
