package dev.comanda.batch.ingest;

import dev.comanda.batch.readers.ReadCounts;
import dev.comanda.batch.readers.UnreadableFileException;
import dev.comanda.batch.readers.formats.FileFormats;
import dev.comanda.cost.bucket.UnavailableObjectException;
import dev.comanda.ops.bank.loading.BankLoad;
import dev.comanda.ops.copy.Copies;
import dev.comanda.ops.ingest.LegalEntity;
import dev.comanda.ops.ingest.NewSource;
import dev.comanda.ops.ingest.loading.SourceLoad;
import dev.comanda.ops.marketplace.loading.EventLoad;
import dev.comanda.ops.psp.loading.PspLoad;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyManager;

/** Takes one file whole, or not at all: everything it adds commits in one transaction. */
final class FileIngest {

    private final DSLContext database;
    private final LegalEntity legalEntity;
    private final Clock clock;

    FileIngest(DSLContext database, LegalEntity legalEntity, Clock clock) {
        this.database = database;
        this.legalEntity = legalEntity;
        this.clock = clock;
    }

    /** Rolls the transaction back because the file changed under the reader's eyes. */
    static final class StillBeingWritten extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Rolls the transaction back because a file of the same content came before in the same run. */
    static final class TakenMeanwhile extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * @param turn is waited for before anything that others see is touched
     * @throws TakenMeanwhile if its content was taken when its turn came
     * @throws StillBeingWritten if the file changed while it was read; nothing of it is kept
     * @throws UnavailableObjectException if it cannot be fetched; nothing of it is kept
     * @throws UnreadableFileException if it is not what its folder says; nothing of it is kept
     */
    void take(InboxLocation inbox, InboxFile file, String sha256, Turn turn)
            throws UnreadableFileException, IOException {
        try {
            database.transaction(transaction -> {
                StagedFeed staged = file.kind() == SourceKind.EVENTS ? StagedFeed.of(transaction, file) : null;
                turn.await();
                SourceLoad source = begin(transaction, file, sha256);
                if (staged == null) {
                    takeRecords(Copies.of(transaction), source, file);
                } else {
                    take(staged, source, file);
                }
                if (!file.isUnchanged()) {
                    throw new StillBeingWritten();
                }
                InboxMemory.remember(DSL.using(transaction), inbox, file, source.sourceId());
            });
        } catch (StillBeingWritten | TakenMeanwhile e) {
            throw e;
        } catch (RuntimeException e) {
            if (saysThatItIsSpoilt(e.getCause()) && !file.isUnchanged()) {
                // Half of what somebody is writing is no file that cannot be read.
                throw new StillBeingWritten();
            }
            if (e.getCause() instanceof UnreadableFileException unreadable) {
                throw unreadable;
            }
            if (e.getCause() instanceof IOException unreadable) {
                throw unreadable;
            }
            throw e;
        }
    }

    private static boolean saysThatItIsSpoilt(@Nullable Throwable cause) {
        return cause instanceof UnreadableFileException
                || (cause instanceof IOException && !(cause instanceof UnavailableObjectException));
    }

    /** Keeps that a file could not be read, and why, so that it is shown; it is tried again with the next run. */
    void keepUnreadable(InboxFile file, String sha256, Turn turn, String sentence) {
        turn.await();
        database.transaction(transaction -> begin(transaction, file, sha256).finish(0, 0, 0, sentence));
    }

    private SourceLoad begin(Configuration transaction, InboxFile file, String sha256) {
        DSLContext sql = DSL.using(transaction);
        if (SourceLoad.isKnown(sql, sha256)) {
            throw new TakenMeanwhile();
        }
        return SourceLoad.begin(
                sql,
                Copies.of(transaction),
                new NewSource(
                        legalEntity,
                        file.path(),
                        file.kind().wireName(),
                        sha256,
                        file.sizeBytes(),
                        OffsetDateTime.now(clock)));
    }

    private static void take(StagedFeed feed, SourceLoad source, InboxFile file) throws IOException {
        EventLoad.Outcome outcome = feed.merge(source);
        rejectConflicts(source, file, outcome.conflicts());
        source.finish(outcome.accepted(), outcome.duplicates(), feed.ignored(), null);
    }

    /** Conflicts are found once the whole file is known; their bytes are fetched from it again. */
    private static void rejectConflicts(SourceLoad source, InboxFile file, List<Long> lines) throws IOException {
        if (!lines.isEmpty()) {
            try (InputStream in = new BufferedInputStream(file.open())) {
                ConflictingLines.of(lines).fetch(in, source::reject);
            }
        }
    }

    private static void takeRecords(CopyManager copies, SourceLoad source, InboxFile file)
            throws UnreadableFileException, IOException {
        String area = file.kind() == SourceKind.CNAB ? "cnab" : "psp";
        PspLoad psp = new PspLoad(copies, source.sourceId(), area);
        BankLoad bank = new BankLoad(copies, source.sourceId());
        ReadCounts counts;
        try (InputStream in = new BufferedInputStream(file.open())) {
            counts = FileFormats.of(file.path(), in).reader().read(in, new FileSink(psp, bank, source));
        }
        psp.finish();
        bank.finish();
        source.finish(counts.accepted(), 0, counts.ignored(), null);
    }
}
