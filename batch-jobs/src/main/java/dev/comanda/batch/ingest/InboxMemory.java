package dev.comanda.batch.ingest;

import static dev.comanda.sql.ingest.Tables.INBOX_FILE;
import static dev.comanda.sql.ingest.Tables.SOURCE;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.jooq.DSLContext;

/** What the database knows of an inbox: which files were read, and which contents. */
final class InboxMemory {

    private final DSLContext sql;

    InboxMemory(DSLContext sql) {
        this.sql = sql;
    }

    /** Whether this very file was read: same path, size and time. */
    boolean knows(InboxLocation inbox, InboxFile file) {
        return sql.fetchExists(
                INBOX_FILE.join(SOURCE).on(SOURCE.SOURCE_ID.eq(INBOX_FILE.SOURCE_ID)),
                INBOX_FILE
                        .INBOX
                        .eq(inbox.text())
                        .and(INBOX_FILE.PATH.eq(file.path()))
                        .and(INBOX_FILE.SIZE_BYTES.eq(file.sizeBytes()))
                        .and(INBOX_FILE.MODIFIED_AT.eq(modifiedAt(file)))
                        .and(SOURCE.ERROR.isNull()));
    }

    /** The source that has this content already, under whatever name. */
    Optional<Long> sourceOf(String sha256) {
        return sql.select(SOURCE.SOURCE_ID)
                .from(SOURCE)
                .where(SOURCE.SHA256.eq(HexFormat.of().parseHex(sha256)))
                .and(SOURCE.ERROR.isNull())
                .fetchOptional(SOURCE.SOURCE_ID);
    }

    static void remember(DSLContext sql, InboxLocation inbox, InboxFile file, long sourceId) {
        if (!file.isKnownByItsLooks()) {
            return;
        }
        sql.insertInto(INBOX_FILE)
                .set(INBOX_FILE.INBOX, inbox.text())
                .set(INBOX_FILE.PATH, file.path())
                .set(INBOX_FILE.SIZE_BYTES, file.sizeBytes())
                .set(INBOX_FILE.MODIFIED_AT, modifiedAt(file))
                .set(INBOX_FILE.SOURCE_ID, sourceId)
                .onConflict(INBOX_FILE.INBOX, INBOX_FILE.PATH)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    private static OffsetDateTime modifiedAt(InboxFile file) {
        return file.modifiedAt().atOffset(ZoneOffset.UTC);
    }
}
