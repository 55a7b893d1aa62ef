package dev.comanda.batch.outstanding;

import dev.comanda.batch.readers.UnreadableFileException;
import dev.comanda.ops.copy.Copies;
import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import dev.comanda.ops.ingest.LegalEntity;
import dev.comanda.ops.ingest.NewSource;
import dev.comanda.ops.ingest.RejectedRecord;
import dev.comanda.ops.ingest.loading.FactStatistics;
import dev.comanda.ops.ingest.loading.SourceLoad;
import dev.comanda.ops.reconciliation.loading.OutstandingLoad;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Imports a file of outstanding items, whole or not at all, before the first night. */
@Component
public class OutstandingImport {

    private final DSLContext database;
    private final LegalEntity legalEntity;
    private final Clock clock;

    OutstandingImport(DSLContext database, LegalEntity legalEntity, Clock clock) {
        this.database = database;
        this.legalEntity = legalEntity;
        this.clock = clock;
    }

    /**
     * Imports a file; one whose content was imported before adds nothing.
     *
     * @param asOf the last date before go-live: no item lies after it
     * @return the SHA-256 under which it is a source
     * @throws OpsException {@code DATE_ALREADY_PASSED} where a date is published; {@code UNUSABLE_ARGUMENT} where the file cannot be
     *     read
     */
    public String run(Path file, LocalDate asOf) {
        try {
            String sha256 = sha256(file);
            if (!SourceLoad.isKnown(database, sha256)) {
                database.transaction(transaction -> take(transaction, file, sha256, asOf));
                FactStatistics.refresh(database);
            }
            return sha256;
        } catch (IOException e) {
            throw new OpsException(ErrorCode.UNUSABLE_ARGUMENT, "--file " + file + " is no file that can be read", e);
        }
    }

    private void take(Configuration transaction, Path file, String sha256, LocalDate asOf) throws IOException {
        OutstandingLoad.refuseAfterPublication(transaction);
        SourceLoad source = SourceLoad.begin(
                DSL.using(transaction),
                Copies.of(transaction),
                new NewSource(
                        legalEntity,
                        "outstanding/" + file.getFileName(),
                        "outstanding",
                        sha256,
                        Files.size(file),
                        OffsetDateTime.now(clock)));
        OutstandingLoad load = new OutstandingLoad(transaction, source.sourceId());
        MessageDigest digest = RejectedRecord.newDigest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            OutstandingFile.read(in, asOf, load::add, source::reject);
        } catch (UnreadableFileException e) {
            throw new OpsException(ErrorCode.UNUSABLE_ARGUMENT, "--file " + file + ": " + e.getMessage(), e);
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
            throw new OpsException(
                    ErrorCode.UNUSABLE_ARGUMENT,
                    "--file " + file + " changed while it was read; import it when it is whole");
        }
        OutstandingLoad.Outcome outcome = load.merge();
        rejectConflicts(file, outcome, source);
        source.finish(outcome.accepted(), outcome.duplicates(), 0, null);
    }

    private static void rejectConflicts(Path file, OutstandingLoad.Outcome outcome, SourceLoad source)
            throws IOException {
        if (outcome.conflicts().isEmpty()) {
            return;
        }
        try (InputStream in = Files.newInputStream(file)) {
            OutstandingFile.reject(in, outcome.conflicts(), source::reject);
        } catch (UnreadableFileException e) {
            throw new OpsException(ErrorCode.UNUSABLE_ARGUMENT, "--file " + file + ": " + e.getMessage(), e);
        }
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = RejectedRecord.newDigest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
