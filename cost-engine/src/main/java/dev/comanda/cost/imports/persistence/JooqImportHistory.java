package dev.comanda.cost.imports.persistence;

import static dev.comanda.sql.cost.Tables.ALLOCATION;
import static dev.comanda.sql.cost.Tables.DELIVERY;
import static dev.comanda.sql.cost.Tables.PROOF;
import static dev.comanda.sql.cost.Tables.PUBLISHED;
import static dev.comanda.sql.cost.Tables.REFUSAL;
import static dev.comanda.sql.cost.Tables.RESTATEMENT;
import static dev.comanda.sql.cost.Tables.ROLLUP;
import static dev.comanda.sql.cost.Tables.ROLLUP_KEY;
import static dev.comanda.sql.cost.Tables.RULES;
import static org.jooq.impl.DSL.abs;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;

import dev.comanda.cost.charge.CostRow;
import dev.comanda.cost.imports.ImportHistory;
import dev.comanda.cost.imports.ImportedDelivery;
import dev.comanda.cost.imports.Refusal;
import dev.comanda.sql.cost.tables.Allocation;
import dev.comanda.sql.cost.tables.records.DeliveryRecord;
import dev.comanda.sql.cost.tables.records.RefusalRecord;
import dev.comanda.sql.cost.tables.records.RestatementRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;

/** What was imported and refused, in PostgreSQL. */
public final class JooqImportHistory implements ImportHistory {

    private static final int FETCH_SIZE = 1_000;

    /** Line item types of AWS, and the charge category of FOCUS, that are written down as something is used. */
    private static final List<String> USAGE = List.of("Usage", "DiscountedUsage", "SavingsPlanCoveredUsage");

    private static final Allocation EARLIER = ALLOCATION.as("earlier");

    private static final Field<Long> LAST_ALLOCATION =
            field(select(max(EARLIER.ALLOCATION_ID)).from(EARLIER).where(EARLIER.DELIVERY_ID.eq(DELIVERY.DELIVERY_ID)));

    private static final Field<LocalDate> LAST_USAGE = field(select(ROLLUP.USAGE_DATE)
            .from(ROLLUP)
            .join(ROLLUP_KEY)
            .on(ROLLUP_KEY.ALLOCATION_ID.eq(ROLLUP.ALLOCATION_ID))
            .and(ROLLUP_KEY.ROLLUP_NUMBER.eq(ROLLUP.ROLLUP_NUMBER))
            .where(ROLLUP.ALLOCATION_ID.eq(PUBLISHED.ALLOCATION_ID))
            .and(ROLLUP.USAGE_DATE.isNotNull())
            .and(ROLLUP_KEY.CHARGE_TYPE.in(USAGE))
            .orderBy(ROLLUP.USAGE_DATE.desc())
            .limit(1));

    private static final Field<Integer> RESTATED_ROWS =
            field(select(count()).from(RESTATEMENT).where(RESTATEMENT.DELIVERY_ID.eq(DELIVERY.DELIVERY_ID)));

    private static final Field<BigDecimal> RESTATED = field(
            select(sum(RESTATEMENT.COST)).from(RESTATEMENT).where(RESTATEMENT.DELIVERY_ID.eq(DELIVERY.DELIVERY_ID)));

    private static final Field<Integer> PROVEN =
            field(select(count()).from(PROOF).where(PROOF.ALLOCATION_ID.eq(ALLOCATION.ALLOCATION_ID)));

    private static final Field<BigDecimal> UNPROVEN = field(
            select(sum(abs(PROOF.DIFFERENCE))).from(PROOF).where(PROOF.ALLOCATION_ID.eq(ALLOCATION.ALLOCATION_ID)));

    private final DSLContext database;

    public JooqImportHistory(DSLContext database) {
        this.database = database;
    }

    @Override
    public List<ImportedDelivery> shown(int offset, int limit) {
        return deliveries(PUBLISHED.DELIVERY_ID.isNotNull())
                .orderBy(DELIVERY.PERIOD.desc())
                .offset(offset)
                .limit(limit)
                .fetch(JooqImportHistory::delivery);
    }

    @Override
    public Optional<Instant> lastImport() {
        return Optional.ofNullable(database.select(max(DELIVERY.IMPORTED_AT))
                        .from(DELIVERY)
                        .fetchSingle()
                        .value1())
                .map(OffsetDateTime::toInstant);
    }

    @Override
    public List<ImportedDelivery> deliveries(YearMonth period) {
        return deliveries(DELIVERY.PERIOD.eq(period.atDay(1)))
                .orderBy(DELIVERY.DELIVERY_ID)
                .fetch(JooqImportHistory::delivery);
    }

    private SelectConditionStep<? extends Record> deliveries(Condition which) {
        return database.select(
                        DELIVERY,
                        RULES.CONTENT_HASH,
                        PUBLISHED.DELIVERY_ID,
                        LAST_USAGE,
                        RESTATED_ROWS,
                        RESTATED,
                        PROVEN,
                        UNPROVEN)
                .from(DELIVERY)
                .leftJoin(PUBLISHED)
                .on(PUBLISHED.DELIVERY_ID.eq(DELIVERY.DELIVERY_ID))
                .leftJoin(ALLOCATION)
                .on(ALLOCATION.ALLOCATION_ID.eq(LAST_ALLOCATION))
                .leftJoin(RULES)
                .on(RULES.RULES_ID.eq(ALLOCATION.RULES_ID))
                .where(which);
    }

    private static ImportedDelivery delivery(Record row) {
        DeliveryRecord delivery = Objects.requireNonNull((DeliveryRecord) row.get(0));
        return new ImportedDelivery(
                JooqPublishedBills.delivery(delivery, row.get(RULES.CONTENT_HASH)),
                delivery.getManifest(),
                delivery.getFiles(),
                row.get(PUBLISHED.DELIVERY_ID) != null,
                row.get(LAST_USAGE),
                row.get(RESTATED_ROWS),
                orZero(row.get(RESTATED)),
                row.get(PROVEN),
                orZero(row.get(UNPROVEN)));
    }

    private static BigDecimal orZero(@Nullable BigDecimal sum) {
        return sum == null ? BigDecimal.ZERO : sum;
    }

    @Override
    public List<CostRow> restatement(long delivery, int offset, int limit) {
        return Restatements.of(database, val(delivery))
                .offset(offset)
                .limit(limit)
                .fetch(Restatements::row);
    }

    @Override
    public void restatement(long delivery, Consumer<CostRow> rows) {
        database.transaction(transaction -> {
            try (Cursor<RestatementRecord> cursor = Restatements.of(transaction.dsl(), val(delivery))
                    .fetchSize(FETCH_SIZE)
                    .fetchLazy()) {
                cursor.forEach(row -> rows.accept(Restatements.row(row)));
            }
        });
    }

    @Override
    public List<Refusal> open(int limit) {
        return refusals(REFUSAL.ENDED_AT.isNull(), limit);
    }

    @Override
    public int countOpen() {
        return database.fetchCount(REFUSAL, REFUSAL.ENDED_AT.isNull());
    }

    @Override
    public List<Refusal> refusals(YearMonth period, int limit) {
        return refusals(REFUSAL.PERIOD.eq(period.atDay(1)), limit);
    }

    private List<Refusal> refusals(Condition which, int limit) {
        return database.selectFrom(REFUSAL)
                .where(which)
                .orderBy(REFUSAL.REFUSAL_ID.desc())
                .limit(limit)
                .fetch(JooqImportHistory::refusal);
    }

    private static Refusal refusal(RefusalRecord row) {
        return new Refusal(
                row.getRefusalId(),
                row.getPeriod() == null ? null : YearMonth.from(row.getPeriod()),
                row.getSource(),
                row.getFile(),
                row.getSentence(),
                row.getFingerprint(),
                row.getRefusedAt().toInstant(),
                row.getEndedAt() == null ? null : row.getEndedAt().toInstant());
    }
}
