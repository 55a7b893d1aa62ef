package dev.comanda.ops.ingest.loading;

import dev.comanda.ops.copy.CopyTarget;
import dev.comanda.ops.ingest.RejectedRecord;
import org.jooq.DSLContext;
import org.postgresql.copy.CopyManager;

/**
 * Rejects of a source that has not begun yet, in a temporary table of the caller's transaction; {@link SourceLoad#reject(StagedRejects)}
 * takes them over.
 */
public final class StagedRejects {

    private static final String COLUMNS = "line, reason, sentence, raw, raw_length, raw_sha256";

    private final CopyTarget rows;

    public StagedRejects(DSLContext sql, CopyManager copies) {
        sql.execute("create temporary table staged_reject on commit drop as select " + COLUMNS
                + " from ingest.reject with no data");
        this.rows = new CopyTarget(copies, "pg_temp.staged_reject (" + COLUMNS + ")");
    }

    public void add(RejectedRecord rejected) {
        rows.add(rejected.line());
        RejectRows.say(rows, rejected);
        rows.end();
    }

    /** Sends what is left to the temporary table. */
    public void stage() {
        rows.flush();
    }

    /** Writes them down as a source's, in the order in which they came; how many there were. */
    int takeOver(DSLContext sql, long sourceId) {
        rows.flush();
        if (rows.rows() == 0) {
            return 0;
        }
        return sql.execute(
                "insert into ingest.reject (source_id, " + COLUMNS + ") select ?, " + COLUMNS
                        + " from pg_temp.staged_reject order by line",
                sourceId);
    }
}
