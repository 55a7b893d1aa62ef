package dev.comanda.batch.ingest;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of a folder. Links are followed, to files and to folders; one that leads in a circle is passed over. */
record FolderInbox(InboxLocation location) implements Inbox {

    private static final Set<FileVisitOption> FOLLOWING_LINKS = Set.of(FileVisitOption.FOLLOW_LINKS);

    private static final Logger log = LoggerFactory.getLogger(FolderInbox.class);

    @Override
    public List<InboxFile> files() throws IOException {
        Path folder = location.folder();
        List<InboxFile> files = new ArrayList<>();
        Files.walkFileTree(folder, FOLLOWING_LINKS, Integer.MAX_VALUE, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
                if (Files.isRegularFile(path) && Inbox.isReady(path.toString())) {
                    addIfStillThere(folder, path, files);
                }
                return files.size() < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException problem) throws IOException {
                if (path.equals(folder)) {
                    throw problem;
                }
                log.warn("{} cannot be listed and is left for the next run: {}", path, problem.toString());
                return FileVisitResult.CONTINUE;
            }
        });
        files.sort(Comparator.comparing(InboxFile::path));
        return files;
    }

    private static void addIfStillThere(Path folder, Path path, List<InboxFile> files) throws IOException {
        try {
            files.add(FolderFile.at(folder, path));
        } catch (NoSuchFileException goneMeanwhile) {
            // Somebody moved it while we looked; it is read when it is back.
        }
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
