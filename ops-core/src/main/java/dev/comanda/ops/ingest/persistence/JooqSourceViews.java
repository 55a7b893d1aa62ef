package dev.comanda.ops.ingest.persistence;

import static dev.comanda.sql.ingest.Tables.REJECT;
import static dev.comanda.sql.ingest.Tables.REPLAY_ATTEMPT;
import static dev.comanda.sql.ingest.Tables.SOURCE;
import static dev.comanda.sql.ingest.Tables.WARNING;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;

import dev.comanda.ops.ingest.RejectView;
import dev.comanda.ops.ingest.SourceView;
import dev.comanda.ops.ingest.SourceViews;
import dev.comanda.ops.ingest.WarningView;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.SelectJoinStep;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Sources in PostgreSQL. */
public final class JooqSourceViews implements SourceViews {

    private static final Field<Long> WARNINGS = field(
                    selectCount().from(WARNING).where(WARNING.SOURCE_ID.eq(SOURCE.SOURCE_ID)))
            .cast(Long.class)
            .as("warnings");

    /** How the last replay of a reject stands. */
    private static final Field<String> REPLAY = field(select(coalesce(REPLAY_ATTEMPT.OUTCOME, inline("WAITING")))
                    .from(REPLAY_ATTEMPT)
                    .where(REPLAY_ATTEMPT.REJECT_ID.eq(REJECT.REJECT_ID))
                    .orderBy(REPLAY_ATTEMPT.REPLAY_ID.desc())
                    .limit(1))
            .as("replay");

    private final DSLContext database;

    public JooqSourceViews(DSLContext database) {
        this.database = database;
    }

    @Override
    public List<SourceView> sources(Which which, int offset, int limit) {
        return selectSources()
                .where(matching(which))
                .orderBy(SOURCE.READ_AT.desc(), SOURCE.SOURCE_ID.desc())
                .offset(offset)
                .limit(limit)
                .fetch(JooqSourceViews::source);
    }

    private static Condition matching(Which which) {
        return switch (which) {
            case ALL -> noCondition();
            case WITH_PROBLEMS -> SOURCE.REJECTED.gt(0L).or(SOURCE.ERROR.isNotNull());
        };
    }

    @Override
    public Optional<SourceView> source(long id) {
        return selectSources().where(SOURCE.SOURCE_ID.eq(id)).fetchOptional(JooqSourceViews::source);
    }

    private SelectJoinStep<Record> selectSources() {
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
    public List<SourceView> named(String pathOrSha256, int limit) {
        return selectSources()
                .where(SOURCE.PATH.eq(pathOrSha256))
                .or(encode(SOURCE.SHA256).eq(pathOrSha256.toLowerCase(Locale.ROOT)))
                .orderBy(SOURCE.READ_AT.desc(), SOURCE.SOURCE_ID.desc())
                .limit(limit)
                .fetch(JooqSourceViews::source);
    }

    private static Field<String> encode(Field<byte[]> bytes) {
        return DSL.function("encode", SQLDataType.VARCHAR, bytes, inline("hex"));
    }

    @Override
    public List<RejectView> rejects(long source, int offset, int limit) {
        return selectRejects()
                .where(REJECT.SOURCE_ID.eq(source))
                .orderBy(REJECT.LINE, REJECT.REJECT_ID)
                .offset(offset)
                .limit(limit)
                .fetch(JooqSourceViews::reject);
    }

    @Override
    public Optional<RejectView> reject(long id) {
        return selectRejects().where(REJECT.REJECT_ID.eq(id)).fetchOptional(JooqSourceViews::reject);
    }

    private SelectOnConditionStep<Record> selectRejects() {
        return database.select(REJECT.fields())
                .select(SOURCE.PATH, SOURCE.KIND, REPLAY)
                .from(REJECT)
                .join(SOURCE)
                .on(SOURCE.SOURCE_ID.eq(REJECT.SOURCE_ID));
    }

    private static RejectView reject(Record row) {
        return new RejectView(
                row.get(REJECT.REJECT_ID),
                new RejectView.Place(
                        row.get(REJECT.SOURCE_ID),
                        row.get(SOURCE.PATH),
                        row.get(SOURCE.KIND),
                        row.get(REJECT.LINE),
                        row.get(REJECT.TOPIC),
                        row.get(REJECT.TOPIC_PARTITION)),
                row.get(REJECT.REASON),
                row.get(REJECT.SENTENCE),
                row.get(REJECT.RAW),
                row.get(REJECT.RAW_LENGTH),
                HexFormat.of().formatHex(row.get(REJECT.RAW_SHA256)),
                row.get(REPLAY));
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
