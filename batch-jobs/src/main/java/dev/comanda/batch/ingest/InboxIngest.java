package dev.comanda.batch.ingest;

import dev.comanda.batch.readers.UnreadableFileException;
import dev.comanda.cost.bucket.UnavailableObjectException;
import dev.comanda.ops.ingest.LegalEntity;
import dev.comanda.ops.ingest.SourceReport;
import dev.comanda.ops.ingest.loading.FactStatistics;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what an inbox holds that was not read yet, file by file in the order of their paths. */
public final class InboxIngest {

    private static final Logger log = LoggerFactory.getLogger(InboxIngest.class);

    private final DSLContext database;
    private final Inboxes inboxes;
    private final FileIngest files;

    /** @param legalEntity whose business the inboxes are */
    public InboxIngest(DSLContext database, Inboxes inboxes, LegalEntity legalEntity, Clock clock) {
        this.database = database;
        this.inboxes = inboxes;
        this.files = new FileIngest(database, legalEntity, clock);
    }

    /**
     * Reads the inbox. A file that is unreadable is reported and does not stop the others.
     *
     * @param progress told how far it is
     * @return a report for each file that was read, or tried, now
     */
    public List<SourceReport> read(InboxLocation location, IngestProgress progress) {
        List<SourceReport> reports = new ArrayList<>();
        try (Inbox inbox = inboxes.open(location)) {
            List<InboxFile> files = inbox.files();
            progress.found(
                    files.size(), files.stream().mapToLong(InboxFile::sizeBytes).sum());
            for (InboxFile file : files) {
                read(location, file, progress).ifPresent(report -> {
                    reports.add(report);
                    progress.read(report);
                });
                progress.passed(file.sizeBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the inbox " + location + " cannot be listed: " + e.getMessage(), e);
        }
        if (!reports.isEmpty()) {
            FactStatistics.refresh(database);
        }
        return reports;
    }

    private Optional<SourceReport> read(InboxLocation inbox, InboxFile file, IngestProgress progress) {
        InboxMemory memory = new InboxMemory(database);
        if (memory.knows(inbox, file)) {
            return Optional.empty();
        }
        progress.reading(file.path());
        String sha256;
        try {
            sha256 = sha256(file);
        } catch (IOException e) {
            log.warn("file={} cannot be read and is left for the next run: {}", file.path(), e.toString());
            return Optional.empty();
        }
        Optional<Long> known = memory.sourceOf(sha256);
        if (known.isPresent()) {
            database.transaction(
                    transaction -> InboxMemory.remember(DSL.using(transaction), inbox, file, known.orElseThrow()));
            return Optional.empty();
        }
        return take(inbox, file, sha256);
    }

    private Optional<SourceReport> take(InboxLocation inbox, InboxFile file, String sha256) {
        try {
            if (file.kind() == SourceKind.UNKNOWN) {
                throw new UnreadableFileException(
                        "it lies in no folder that is read; move it to events/, psp/<adyen|stripe|dlocal|pix>/, bank/ or"
                                + " bank/cnab/");
            }
            files.take(inbox, file, sha256);
        } catch (FileIngest.StillBeingWritten e) {
            log.info("file={} changed while it was read and is left for the next run", file.path());
            return Optional.empty();
        } catch (UnavailableObjectException e) {
            log.warn("file={} cannot be read and is left for the next run: {}", file.path(), e.toString());
            return Optional.empty();
        } catch (UnreadableFileException e) {
            files.keepUnreadable(file, sha256, file.path() + ": " + e.getMessage());
        } catch (IOException e) {
            files.keepUnreadable(
                    file,
                    sha256,
                    file.path() + ": it breaks off or cannot be unpacked (" + e.getMessage()
                            + "); send it again whole");
        }
        return Optional.of(Sources.report(database, sha256));
    }

    private static String sha256(InboxFile file) throws IOException {
        MessageDigest digest = dev.comanda.ops.ingest.RejectedRecord.newDigest();
        try (InputStream in = new DigestInputStream(file.open(), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
