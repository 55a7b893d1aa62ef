package dev.comanda.ops.ingest.persistence;

import static dev.comanda.sql.ingest.Tables.INBOX_FILE;
import static dev.comanda.sql.ingest.Tables.SOURCE;

import dev.comanda.ops.ingest.RawRecord;
import dev.comanda.ops.ingest.RawRecord.Absent;
import dev.comanda.ops.ingest.RawRecord.Reason;
import dev.comanda.ops.ingest.RawRecords;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jooq.DSLContext;

/** Reads lines from the files of the inboxes. Only files that an ingest has listed are ever opened. */
public final class InboxRawRecords implements RawRecords {

    /** Further into a file no page reads. */
    private static final long BYTES_MAX = 512L * 1024 * 1024;

    private static final int LINE_MAX = 64 * 1024;
    private static final String OBJECT_STORE = "s3://";
    private static final Set<String> KINDS_OF_ENTRIES = Set.of("pix", "bank", "unknown");

    private final DSLContext database;

    public InboxRawRecords(DSLContext database) {
        this.database = database;
    }

    private record InboxFile(String inbox, String path, long sizeBytes, String kind) {}

    @Override
    public RawRecord at(long source, long position) {
        Optional<InboxFile> file = fileOf(source);
        if (file.isEmpty()) {
            return new Absent(pathOf(source), position, Reason.FILE_GONE);
        }
        return read(file.get(), position);
    }

    private Optional<InboxFile> fileOf(long source) {
        return database.select(INBOX_FILE.INBOX, INBOX_FILE.PATH, INBOX_FILE.SIZE_BYTES, SOURCE.KIND)
                .from(INBOX_FILE)
                .join(SOURCE)
                .on(SOURCE.SOURCE_ID.eq(INBOX_FILE.SOURCE_ID))
                .where(INBOX_FILE.SOURCE_ID.eq(source))
                .orderBy(INBOX_FILE.PATH)
                .limit(1)
                .fetchOptional(row -> new InboxFile(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    private String pathOf(long source) {
        return database.select(SOURCE.PATH)
                .from(SOURCE)
                .where(SOURCE.SOURCE_ID.eq(source))
                .fetchOptional(SOURCE.PATH)
                .orElse("");
    }

    private static RawRecord read(InboxFile file, long position) {
        if (KINDS_OF_ENTRIES.contains(file.kind())) {
            return new Absent(file.path(), position, Reason.COUNTS_ENTRIES);
        }
        if (file.inbox().startsWith(OBJECT_STORE)) {
            return new Absent(file.inbox() + "/" + file.path(), position, Reason.IN_OBJECT_STORE);
        }
        try {
            Path inbox = Path.of(file.inbox()).toRealPath();
            Path path = inbox.resolve(file.path()).toRealPath();
            if (!path.startsWith(inbox) || !Files.isRegularFile(path)) {
                return new Absent(file.path(), position, Reason.FILE_GONE);
            }
            if (Files.size(path) != file.sizeBytes()) {
                return new Absent(file.path(), position, Reason.FILE_CHANGED);
            }
            try (InputStream bytes = open(path)) {
                return line(bytes, file.path(), position);
            }
        } catch (IOException | InvalidPathException e) {
            return new Absent(file.path(), position, Reason.FILE_GONE);
        }
    }

    private static InputStream open(Path path) throws IOException {
        InputStream file = new BufferedInputStream(Files.newInputStream(path), LINE_MAX);
        if (!path.toString().endsWith(".gz")) {
            return file;
        }
        try {
            return new BufferedInputStream(new GZIPInputStream(file, LINE_MAX), LINE_MAX);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private static RawRecord line(InputStream bytes, String path, long wanted) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        long line = 1;
        for (long count = 0; count < BYTES_MAX; count++) {
            int next = bytes.read();
            if (next < 0 || next == '\n') {
                if (line == wanted && (next >= 0 || text.size() > 0)) {
                    return new RawRecord.Line(path, line, text.toString(StandardCharsets.UTF_8), false);
                }
                if (next < 0) {
                    return new Absent(path, wanted, Reason.NO_SUCH_LINE);
                }
                line++;
            } else if (line == wanted) {
                if (text.size() == LINE_MAX) {
                    return new RawRecord.Line(path, line, text.toString(StandardCharsets.UTF_8), true);
                }
                text.write(next);
            }
        }
        return new Absent(path, wanted, Reason.TOO_FAR);
    }
}
