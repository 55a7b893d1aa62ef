package dev.comanda.ops.ingest.persistence;

import static dev.comanda.sql.ingest.Tables.REJECT;
import static dev.comanda.sql.ingest.Tables.SOURCE;
import static dev.comanda.sql.ingest.Tables.WARNING;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.selectCount;

import dev.comanda.ops.ingest.RejectView;
import dev.comanda.ops.ingest.SourceView;
import dev.comanda.ops.ingest.SourceViews;
import dev.comanda.ops.ingest.WarningView;
import dev.comanda.sql.ingest.tables.records.RejectRecord;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.SelectJoinStep;

/** Sources in PostgreSQL. */
public final class JooqSourceViews implements SourceViews {

    private static final Field<Long> WARNINGS = field(
                    selectCount().from(WARNING).where(WARNING.SOURCE_ID.eq(SOURCE.SOURCE_ID)))
            .cast(Long.class)
            .as("warnings");

    private final DSLContext database;

    public JooqSourceViews(DSLContext database) {
        this.database = database;
    }

    @Override
    public List<SourceView> sources(int offset, int limit) {
        return select().orderBy(SOURCE.READ_AT.desc(), SOURCE.SOURCE_ID.desc())
                .offset(offset)
                .limit(limit)
                .fetch(JooqSourceViews::source);
    }

    @Override
    public Optional<SourceView> source(long id) {
        return select().where(SOURCE.SOURCE_ID.eq(id)).fetchOptional(JooqSourceViews::source);
    }

    private SelectJoinStep<Record> select() {
        return database.select(SOURCE.fields()).select(WARNINGS).from(SOURCE);
    }

    private static SourceView source(Record row) {
        return new SourceView(
                row.get(SOURCE.SOURCE_ID),
                row.get(SOURCE.PATH),
                row.get(SOURCE.KIND),
                HexFormat.of().formatHex(row.get(SOURCE.SHA256)),
                row.get(SOURCE.SIZE_BYTES),
                row.get(SOURCE.READ_AT).toInstant(),
                row.get(SOURCE.READ),
                row.get(SOURCE.ACCEPTED),
                row.get(SOURCE.DUPLICATES),
                row.get(SOURCE.REJECTED),
                row.get(SOURCE.IGNORED),
                row.get(WARNINGS),
                row.get(SOURCE.ERROR));
    }

    @Override
    public List<RejectView> rejects(long source, int offset, int limit) {
        return database.selectFrom(REJECT)
                .where(REJECT.SOURCE_ID.eq(source))
                .orderBy(REJECT.LINE, REJECT.REJECT_ID)
                .offset(offset)
                .limit(limit)
                .fetch(JooqSourceViews::reject);
    }

    private static RejectView reject(RejectRecord row) {
        return new RejectView(
                row.getRejectId(),
                row.getLine(),
                row.getReason(),
                row.getSentence(),
                row.getRaw(),
                row.getRawLength(),
                row.getReplayedAt() == null ? null : row.getReplayedAt().toInstant(),
                row.getReplayOutcome());
    }

    @Override
    public List<WarningView> warnings(long source, int limit) {
        return database.select(WARNING.LINE, WARNING.SENTENCE)
                .from(WARNING)
                .where(WARNING.SOURCE_ID.eq(source))
                .orderBy(WARNING.LINE)
                .limit(limit)
                .fetch(Records.mapping(WarningView::new));
    }
}
