package dev.comanda.ops.jobcontrol.persistence;

import static dev.comanda.sql.jobcontrol.Tables.JOB_REQUEST;
import static dev.comanda.sql.jobcontrol.Tables.MISSING;
import static dev.comanda.sql.jobcontrol.Tables.NIGHT;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;

import dev.comanda.ops.jobcontrol.NightStep;
import dev.comanda.ops.jobcontrol.NightView;
import dev.comanda.ops.jobcontrol.NightViews;
import dev.comanda.ops.jobcontrol.RequestView;
import dev.comanda.sql.jobcontrol.tables.records.JobRequestRecord;
import dev.comanda.sql.jobcontrol.tables.records.NightRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;

/** Nights in PostgreSQL. */
public final class JooqNightViews implements NightViews {

    private static final int STEPS_MAX = 200;
    private static final String STEPS_TABLE = "batch_step_execution";

    private static final Field<Boolean> INCOMPLETE =
            field(exists(selectOne().from(MISSING).where(MISSING.BUSINESS_DATE.eq(NIGHT.BUSINESS_DATE))));

    private final DSLContext database;

    public JooqNightViews(DSLContext database) {
        this.database = database;
    }

    @Override
    public List<NightView> nights(int offset, int limit) {
        return database.select(NIGHT, INCOMPLETE)
                .from(NIGHT)
                .orderBy(NIGHT.BUSINESS_DATE.desc())
                .offset(offset)
                .limit(limit)
                .fetch(Records.mapping(JooqNightViews::night));
    }

    @Override
    public Optional<NightView> night(LocalDate businessDate) {
        return database.select(NIGHT, INCOMPLETE)
                .from(NIGHT)
                .where(NIGHT.BUSINESS_DATE.eq(businessDate))
                .fetchOptional(Records.mapping(JooqNightViews::night));
    }

    @Override
    public Optional<LocalDate> lastCompleted() {
        return Optional.ofNullable(database.select(max(NIGHT.BUSINESS_DATE))
                .from(NIGHT)
                .where(NIGHT.STATUS.eq(NightView.Status.COMPLETED.name()))
                .fetchOne(0, LocalDate.class));
    }

    private static NightView night(NightRecord row, boolean incomplete) {
        return new NightView(
                row.getBusinessDate(),
                NightView.Status.valueOf(row.getStatus()),
                incomplete,
                row.getStartedAt().toInstant(),
                instant(row.getEndedAt()),
                row.getExecutionId(),
                row.getFailure());
    }

    @Override
    public List<NightStep> steps(NightView night) {
        if (night.execution() == null || database.fetchValue("select to_regclass(?)", STEPS_TABLE) == null) {
            return List.of();
        }
        return database.select()
                .from(table(name(STEPS_TABLE)))
                .where(count("job_execution_id").eq(night.execution()))
                .orderBy(count("step_execution_id"))
                .limit(STEPS_MAX)
                .fetch(JooqNightViews::step);
    }

    private static NightStep step(Record row) {
        return new NightStep(
                row.get(text("step_name")),
                row.get(text("status")),
                row.get("start_time", LocalDateTime.class),
                row.get("end_time", LocalDateTime.class),
                row.get(count("read_count")),
                row.get(count("write_count")),
                row.get(count("filter_count")),
                row.get(count("read_skip_count"))
                        + row.get(count("process_skip_count"))
                        + row.get(count("write_skip_count")));
    }

    private static Field<Long> count(String column) {
        return field(name(column), Long.class);
    }

    private static Field<String> text(String column) {
        return field(name(column), String.class);
    }

    @Override
    public List<String> missing(LocalDate businessDate) {
        return database.select(MISSING.SENTENCE)
                .from(MISSING)
                .where(MISSING.BUSINESS_DATE.eq(businessDate))
                .orderBy(MISSING.EXPECTATION)
                .fetch(MISSING.SENTENCE);
    }

    @Override
    public List<RequestView> requests(int limit) {
        return database.selectFrom(JOB_REQUEST)
                .orderBy(JOB_REQUEST.REQUEST_ID.desc())
                .limit(limit)
                .fetch(JooqNightViews::request);
    }

    private static RequestView request(JobRequestRecord row) {
        return new RequestView(
                row.getRequestId(),
                row.getJob(),
                row.getBusinessDate(),
                row.getRequestedBy(),
                row.getRequestedAt().toInstant(),
                row.getStatus(),
                instant(row.getEndedAt()),
                row.getOutcome());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
