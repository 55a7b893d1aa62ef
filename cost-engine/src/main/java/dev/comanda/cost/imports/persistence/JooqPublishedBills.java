package dev.comanda.cost.imports.persistence;

import static dev.comanda.sql.cost.Tables.ALLOCATION;
import static dev.comanda.sql.cost.Tables.DELIVERY;
import static dev.comanda.sql.cost.Tables.PUBLISHED;
import static dev.comanda.sql.cost.Tables.RULES;
import static org.jooq.impl.DSL.field;

import dev.comanda.cost.bill.BillFile;
import dev.comanda.cost.bill.Delivery;
import dev.comanda.cost.charge.CostRow;
import dev.comanda.cost.charge.Totals;
import dev.comanda.cost.fact.AllocatedBill;
import dev.comanda.cost.fact.loading.AllocationLoad;
import dev.comanda.cost.imports.PublishedBills;
import dev.comanda.cost.imports.PublishedDelivery;
import dev.comanda.ops.copy.Copies;
import dev.comanda.ops.copy.CopyTarget;
import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import dev.comanda.sql.cost.tables.records.DeliveryRecord;
import dev.comanda.sql.cost.tables.records.RestatementRecord;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.Configuration;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Publishes by swapping one row, in the transaction that writes what it points to. */
public final class JooqPublishedBills implements PublishedBills {

    private static final int FETCH_SIZE = 1_000;

    private final DSLContext database;
    private final Clock clock;

    public JooqPublishedBills(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Optional<PublishedDelivery> find(YearMonth period) {
        return between(period, period).stream().findFirst();
    }

    @Override
    public List<PublishedDelivery> all() {
        return shown(DSL.noCondition());
    }

    @Override
    public List<PublishedDelivery> between(YearMonth from, YearMonth to) {
        return shown(DELIVERY.PERIOD.between(from.atDay(1), to.atDay(1)));
    }

    private List<PublishedDelivery> shown(Condition periods) {
        return database.select(DELIVERY, RULES.CONTENT_HASH)
                .from(DELIVERY)
                .join(PUBLISHED)
                .on(PUBLISHED.DELIVERY_ID.eq(DELIVERY.DELIVERY_ID))
                .leftJoin(ALLOCATION)
                .on(ALLOCATION.ALLOCATION_ID.eq(PUBLISHED.ALLOCATION_ID))
                .leftJoin(RULES)
                .on(RULES.RULES_ID.eq(ALLOCATION.RULES_ID))
                .where(periods)
                .orderBy(DELIVERY.PERIOD)
                .fetch(row -> delivery(row.value1(), row.value2()));
    }

    @Override
    public PublishedDelivery publish(
            Delivery delivery,
            Totals totals,
            Optional<PublishedDelivery> replaces,
            List<CostRow> restatement,
            AllocatedBill allocated) {
        Long shown = replaces.map(PublishedDelivery::id).orElse(null);
        return database.transactionResult(transaction -> {
            lock(transaction.dsl(), delivery.period(), shown);
            DeliveryRecord written = insert(transaction.dsl(), delivery, totals, shown);
            restate(transaction, written.getDeliveryId(), restatement);
            show(transaction, written, allocated);
            return delivery(written, allocated.rules().hash());
        });
    }

    @Override
    public PublishedDelivery reallocate(PublishedDelivery shown, AllocatedBill allocated) {
        return database.transactionResult(transaction -> {
            lock(transaction.dsl(), shown.period(), shown.id());
            DeliveryRecord delivery = transaction
                    .dsl()
                    .selectFrom(DELIVERY)
                    .where(DELIVERY.DELIVERY_ID.eq(shown.id()))
                    .fetchSingle();
            show(transaction, delivery, allocated);
            return delivery(delivery, allocated.rules().hash());
        });
    }

    /** Two imports of a period wait for each other, also while none is published yet. */
    private static void lock(DSLContext sql, YearMonth period, @Nullable Long shown) {
        sql.execute(
                "select pg_advisory_xact_lock(hashtext('cost.published'), {0})",
                DSL.inline(period.getYear() * 100 + period.getMonthValue()));
        Long now = sql.select(PUBLISHED.DELIVERY_ID)
                .from(PUBLISHED)
                .where(PUBLISHED.PERIOD.eq(period.atDay(1)))
                .fetchOne(PUBLISHED.DELIVERY_ID);
        if (!Objects.equals(now, shown)) {
            throw new OpsException(
                    ErrorCode.RUN_IN_PROGRESS,
                    "the period " + period + " was imported by another run meanwhile; import it again");
        }
    }

    private void show(Configuration transaction, DeliveryRecord delivery, AllocatedBill allocated) {
        AllocationLoad load = new AllocationLoad(transaction);
        long allocation = load.write(delivery.getDeliveryId(), allocated, OffsetDateTime.now(clock));
        transaction
                .dsl()
                .insertInto(PUBLISHED)
                .set(PUBLISHED.PERIOD, delivery.getPeriod())
                .set(PUBLISHED.DELIVERY_ID, delivery.getDeliveryId())
                .set(PUBLISHED.ALLOCATION_ID, allocation)
                .onConflict(PUBLISHED.PERIOD)
                .doUpdate()
                .set(PUBLISHED.DELIVERY_ID, delivery.getDeliveryId())
                .set(PUBLISHED.ALLOCATION_ID, allocation)
                .execute();
        load.keepOnly(allocation);
    }

    private DeliveryRecord insert(DSLContext sql, Delivery delivery, Totals totals, @Nullable Long replaced) {
        DeliveryRecord row = sql.newRecord(DELIVERY);
        BillFile mark = delivery.manifest();
        row.setPeriod(delivery.period().atDay(1));
        row.setExportName(delivery.export());
        row.setFingerprint(delivery.fingerprint());
        row.setManifest(mark == null ? null : mark.place());
        row.setFiles(delivery.files().size());
        row.setRowCount(totals.rows());
        row.setCurrency(totals.currency());
        row.setUnblended(totals.unblended());
        row.setAmortized(totals.amortized());
        row.setNetAmortized(totals.netAmortized());
        row.setList(totals.list());
        row.setTrueUp(totals.trueUp());
        row.setUpfrontFees(totals.upfrontFees());
        row.setReplaced(replaced);
        row.setImportedAt(OffsetDateTime.now(clock));
        row.store();
        return row;
    }

    private static void restate(Configuration transaction, long delivery, List<CostRow> restatement) {
        CopyTarget rows = new CopyTarget(
                Copies.of(transaction), "cost.restatement (delivery_id, account, service, usage_date, cost, currency)");
        for (CostRow each : restatement) {
            String date = each.keys().get(2);
            rows.add(delivery)
                    .add(each.keys().get(0))
                    .add(each.keys().get(1))
                    .add(date.isEmpty() ? null : LocalDate.parse(date))
                    .add(each.cost())
                    .add(each.currency());
            rows.end();
        }
        rows.flush();
    }

    @Override
    public void restatement(YearMonth period, Consumer<CostRow> rows) {
        database.transaction(transaction -> {
            Field<Long> shown = field(transaction
                    .dsl()
                    .select(PUBLISHED.DELIVERY_ID)
                    .from(PUBLISHED)
                    .where(PUBLISHED.PERIOD.eq(period.atDay(1))));
            try (Cursor<RestatementRecord> cursor = Restatements.of(transaction.dsl(), shown)
                    .fetchSize(FETCH_SIZE)
                    .fetchLazy()) {
                cursor.forEach(row -> rows.accept(Restatements.row(row)));
            }
        });
    }

    static PublishedDelivery delivery(DeliveryRecord row, @Nullable String rules) {
        return new PublishedDelivery(
                row.getDeliveryId(),
                YearMonth.from(row.getPeriod()),
                row.getExportName(),
                row.getFingerprint(),
                new Totals(
                        row.getRowCount(),
                        row.getUnblended(),
                        row.getAmortized(),
                        row.getNetAmortized(),
                        row.getList(),
                        row.getTrueUp(),
                        row.getUpfrontFees(),
                        row.getCurrency()),
                row.getReplaced(),
                row.getImportedAt().toInstant(),
                rules);
    }
}
