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

/**
 * Reads what an inbox holds that was not read yet, file by file in the order of their paths. While one is taken, the next are made ready
 * for it; what comes of them is what would come of one after the other.
 */
public final class InboxIngest {

    private static final Logger log = LoggerFactory.getLogger(InboxIngest.class);

    /** More would hold memory and connections and be no quicker: taking is what they wait for. */
    private static final int MOST_LANES = 4;

    /** Of those that are ready and wait for their turn, so that a large file does not leave the processors idle. */
    private static final int WAITING_LANES = 2;

    private final DSLContext database;
    private final Inboxes inboxes;
    private final FileIngest files;
    private final Lanes lanes;

    /** @param legalEntity whose business the inboxes are */
    public InboxIngest(DSLContext database, Inboxes inboxes, LegalEntity legalEntity, Clock clock) {
        this(
                database,
                inboxes,
                legalEntity,
                clock,
                new Lanes(Math.min(Runtime.getRuntime().availableProcessors() + WAITING_LANES, MOST_LANES)));
    }

    InboxIngest(DSLContext database, Inboxes inboxes, LegalEntity legalEntity, Clock clock, Lanes lanes) {
        this.database = database;
        this.inboxes = inboxes;
        this.files = new FileIngest(database, legalEntity, clock);
        this.lanes = lanes;
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
            lanes.inTurn(files, (file, turn) -> {
                        Optional<SourceReport> report = read(location, file, turn, progress);
                        turn.await();
                        report.ifPresent(progress::read);
                        progress.passed(file.sizeBytes());
                        return report;
                    })
                    .forEach(report -> report.ifPresent(reports::add));
        } catch (IOException e) {
            throw new UncheckedIOException("the inbox " + location + " cannot be listed: " + e.getMessage(), e);
        }
        if (!reports.isEmpty()) {
            FactStatistics.refresh(database);
        }
        return reports;
    }

    private Optional<SourceReport> read(InboxLocation inbox, InboxFile file, Turn turn, IngestProgress progress) {
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
        if (isTaken(inbox, file, sha256)) {
            return Optional.empty();
        }
        return take(inbox, file, sha256, turn);
    }

    /** Whether a file of the same content was taken; this one is known by its looks from then on. */
    private boolean isTaken(InboxLocation inbox, InboxFile file, String sha256) {
        Optional<Long> known = new InboxMemory(database).sourceOf(sha256);
        known.ifPresent(source ->
                database.transaction(transaction -> InboxMemory.remember(DSL.using(transaction), inbox, file, source)));
        return known.isPresent();
    }

    private Optional<SourceReport> take(InboxLocation inbox, InboxFile file, String sha256, Turn turn) {
        try {
            takeOrKeepWhyNot(inbox, file, sha256, turn);
            return Optional.of(Sources.report(database, sha256));
        } catch (FileIngest.TakenMeanwhile e) {
            isTaken(inbox, file, sha256);
        } catch (FileIngest.StillBeingWritten e) {
            log.info("file={} changed while it was read and is left for the next run", file.path());
        } catch (UnavailableObjectException e) {
            log.warn("file={} cannot be read and is left for the next run: {}", file.path(), e.toString());
        }
        return Optional.empty();
    }

    private void takeOrKeepWhyNot(InboxLocation inbox, InboxFile file, String sha256, Turn turn)
            throws UnavailableObjectException {
        try {
            if (file.kind() == SourceKind.UNKNOWN) {
                throw new UnreadableFileException(
                        "it lies in no folder that is read; move it to events/, psp/<adyen|stripe|dlocal|pix>/, bank/ or"
                                + " bank/cnab/");
            }
            files.take(inbox, file, sha256, turn);
        } catch (UnavailableObjectException e) {
            throw e;
        } catch (UnreadableFileException e) {
            files.keepUnreadable(file, sha256, turn, file.path() + ": " + e.getMessage());
        } catch (IOException e) {
            files.keepUnreadable(
                    file,
                    sha256,
                    turn,
                    file.path() + ": it breaks off or cannot be unpacked (" + e.getMessage()
                            + "); send it again whole");
        }
    }

    private static String sha256(InboxFile file) throws IOException {
        MessageDigest digest = dev.comanda.ops.ingest.RejectedRecord.newDigest();
        try (InputStream in = new DigestInputStream(file.open(), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
