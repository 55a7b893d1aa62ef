package dev.comanda.batch.ingest;

import static dev.comanda.sql.ingest.Tables.SOURCE;

import dev.comanda.ops.ingest.SourceReport;
import java.util.HexFormat;
import org.jooq.DSLContext;

/** What the database keeps of a source, as a report. */
final class Sources {

    private Sources() {}

    static SourceReport report(DSLContext sql, String sha256) {
        return sql.selectFrom(SOURCE)
                .where(SOURCE.SHA256.eq(HexFormat.of().parseHex(sha256)))
                .fetchSingle(source -> new SourceReport(
                        source.getPath(),
                        sha256,
                        source.getKind(),
                        source.getRead(),
                        source.getAccepted(),
                        source.getDuplicates(),
                        source.getRejected(),
                        source.getIgnored(),
                        source.getError()));
    }
}
