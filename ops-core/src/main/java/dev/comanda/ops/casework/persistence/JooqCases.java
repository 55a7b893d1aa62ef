package dev.comanda.ops.casework.persistence;

import static dev.comanda.sql.casework.Tables.ATTACHMENT;
import static dev.comanda.sql.casework.Tables.ENTRY;
import static dev.comanda.sql.casework.Tables.WORK_CASE;
import static dev.comanda.sql.identity.Tables.APP_USER;
import static dev.comanda.sql.reconciliation.Tables.BREAK;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.sum;

import dev.comanda.ops.casework.Attachment;
import dev.comanda.ops.casework.CaseQuery;
import dev.comanda.ops.casework.CaseStatus;
import dev.comanda.ops.casework.CaseView;
import dev.comanda.ops.casework.Cases;
import dev.comanda.ops.casework.TimelineEntry;
import dev.comanda.sql.casework.tables.records.WorkCaseRecord;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record3;
import org.jooq.impl.DSL;

/** Cases in PostgreSQL. */
public final class JooqCases implements Cases {

    private static final List<OrderField<?>> MOST_URGENT_FIRST =
            List.of(WORK_CASE.DUE_AT.asc(), WORK_CASE.PRIORITY.asc(), WORK_CASE.AMOUNT.desc(), WORK_CASE.CASE_ID.asc());

    private static final List<OrderField<?>> OLDEST_FIRST =
            List.of(WORK_CASE.OPENED_ON.asc(), WORK_CASE.AMOUNT.desc(), WORK_CASE.CASE_ID.asc());

    private static final List<OrderField<?>> LAST_CLOSED_FIRST =
            List.of(WORK_CASE.CLOSED_AT.desc(), WORK_CASE.CASE_ID.asc());

    private static final Field<Long> SIZE = DSL.function("octet_length", Long.class, ATTACHMENT.CONTENT);

    private final DSLContext database;
    private final CaseReports reports;
    private final Clock clock;

    public JooqCases(DSLContext database, Clock clock) {
        this.database = database;
        this.reports = new CaseReports(database);
        this.clock = clock;
    }

    @Override
    public List<CaseView> find(CaseQuery query, int offset, int limit) {
        return database.selectFrom(WORK_CASE)
                .where(CaseConditions.of(query, now()))
                .orderBy(order(query))
                .offset(offset)
                .limit(limit)
                .fetch(CaseViews::of);
    }

    private static List<OrderField<?>> order(CaseQuery query) {
        if (query.status().isPresent()) {
            return switch (query.status().get()) {
                case OPEN -> MOST_URGENT_FIRST;
                case WAITING -> OLDEST_FIRST;
                case CLOSED -> LAST_CLOSED_FIRST;
            };
        }
        List<OrderField<?>> order = new ArrayList<>();
        order.add(DSL.case_(WORK_CASE.STATUS)
                .when(CaseStatus.OPEN.name(), 0)
                .when(CaseStatus.WAITING.name(), 1)
                .else_(2));
        order.add(WORK_CASE.CLOSED_AT.desc().nullsFirst());
        order.addAll(MOST_URGENT_FIRST);
        return order;
    }

    @Override
    public Total total(CaseQuery query) {
        return total(CaseConditions.of(query, now()));
    }

    @Override
    public Total total(Collection<UUID> ids) {
        return total(WORK_CASE.CASE_ID.in(ids).and(WORK_CASE.STATUS.ne(CaseStatus.CLOSED.name())));
    }

    private Total total(Condition chosen) {
        List<Record3<String, Integer, BigDecimal>> sums = database.select(
                        WORK_CASE.CURRENCY, count(), sum(WORK_CASE.AMOUNT))
                .from(WORK_CASE)
                .where(chosen)
                .groupBy(WORK_CASE.CURRENCY)
                .orderBy(WORK_CASE.CURRENCY)
                .fetch();
        return new Total(
                sums.stream().mapToLong(Record3::value2).sum(),
                sums.stream()
                        .filter(each -> each.value1() != null && each.value3().signum() > 0)
                        .map(each -> new Amount(each.value3(), each.value1()))
                        .toList());
    }

    @Override
    public Optional<CaseView> find(UUID id) {
        return database.selectFrom(WORK_CASE).where(WORK_CASE.CASE_ID.eq(id)).fetchOptional(CaseViews::of);
    }

    @Override
    public Optional<UUID> next(UUID id, CaseQuery query) {
        Optional<WorkCaseRecord> from =
                database.selectFrom(WORK_CASE).where(WORK_CASE.CASE_ID.eq(id)).fetchOptional();
        return from.flatMap(row -> database.select(WORK_CASE.CASE_ID)
                .from(WORK_CASE)
                .where(CaseConditions.of(query, now()).and(CaseConditions.hasStatus(CaseStatus.OPEN)))
                .orderBy(MOST_URGENT_FIRST)
                .seek(
                        row.getDueAt() == null ? row.getOpenedAt() : row.getDueAt(),
                        row.getPriority(),
                        row.getAmount(),
                        row.getCaseId())
                .limit(1)
                .fetchOptional(WORK_CASE.CASE_ID));
    }

    @Override
    public List<TimelineEntry> timeline(UUID id, int limit) {
        return database.selectFrom(ENTRY)
                .where(ENTRY.CASE_ID.eq(id))
                .orderBy(ENTRY.ENTRY_ID)
                .limit(limit)
                .fetch(row -> new TimelineEntry(
                        row.getHappenedAt().toInstant(),
                        row.getActor(),
                        row.getBusinessDate(),
                        row.getKind(),
                        row.getDetail()));
    }

    @Override
    public List<Attachment> attachments(UUID id) {
        return database.select(
                        ATTACHMENT.ATTACHMENT_ID,
                        ATTACHMENT.NAME,
                        ATTACHMENT.MEDIA_TYPE,
                        SIZE,
                        ATTACHMENT.SHA256,
                        ATTACHMENT.ATTACHED_BY,
                        ATTACHMENT.ATTACHED_AT)
                .from(ATTACHMENT)
                .where(ATTACHMENT.CASE_ID.eq(id))
                .orderBy(ATTACHMENT.ATTACHMENT_ID)
                .limit(Attachment.MOST_PER_CASE)
                .fetch(row -> new Attachment(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        HexFormat.of().formatHex(row.value5()),
                        row.value6(),
                        row.value7().toInstant()));
    }

    @Override
    public Optional<byte[]> content(UUID id, long attachment) {
        return database.select(ATTACHMENT.CONTENT)
                .from(ATTACHMENT)
                .where(ATTACHMENT.CASE_ID.eq(id), ATTACHMENT.ATTACHMENT_ID.eq(attachment))
                .fetchOptional(ATTACHMENT.CONTENT);
    }

    @Override
    public List<Long> breaks(UUID id) {
        return database.select(BREAK.BREAK_ID)
                .from(BREAK)
                .where(BREAK.CASE_ID.eq(id))
                .orderBy(BREAK.BREAK_ID)
                .fetch(BREAK.BREAK_ID);
    }

    @Override
    public List<Standing> standing() {
        return reports.standing(now());
    }

    @Override
    public List<Ageing> ageing(LocalDate date) {
        return reports.ageing(date);
    }

    @Override
    public List<Automation> automation(LocalDate from, LocalDate to) {
        return reports.automation(from, to);
    }

    @Override
    public List<String> causes() {
        return reports.causes();
    }

    @Override
    public List<Person> people() {
        return database.selectFrom(APP_USER)
                .where(Workers.canWork())
                .orderBy(APP_USER.USERNAME)
                .fetch(row -> new Person(row.getUsername(), row.getDisplayName()));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
