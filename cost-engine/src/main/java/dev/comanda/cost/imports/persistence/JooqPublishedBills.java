package dev.comanda.cost.imports.persistence;

import static dev.comanda.sql.cost.Tables.DELIVERY;
import static dev.comanda.sql.cost.Tables.PUBLISHED;
import static dev.comanda.sql.cost.Tables.RESTATEMENT;

import dev.comanda.cost.bill.Delivery;
import dev.comanda.cost.charge.CostRow;
import dev.comanda.cost.charge.Totals;
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
import org.jooq.Configuration;
import org.jooq.Cursor;
import org.jooq.DSLContext;
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
    public List<PublishedDelivery> between(YearMonth from, YearMonth to) {
        return database.select(DELIVERY)
                .from(DELIVERY)
                .join(PUBLISHED)
                .on(PUBLISHED.DELIVERY_ID.eq(DELIVERY.DELIVERY_ID))
                .where(DELIVERY.PERIOD.between(from.atDay(1), to.atDay(1)))
                .orderBy(DELIVERY.PERIOD)
                .fetch(row -> delivery(row.value1()));
    }

    @Override
    public PublishedDelivery publish(
            Delivery delivery, Totals totals, Optional<PublishedDelivery> replaces, List<CostRow> restatement) {
        Long shown = replaces.map(PublishedDelivery::id).orElse(null);
        return database.transactionResult(transaction -> {
            DSLContext sql = transaction.dsl();
            LocalDate period = delivery.period().atDay(1);
            // Two imports of a period wait for each other, also while none is published yet.
            sql.execute(
                    "select pg_advisory_xact_lock(hashtext('cost.published'), {0})",
                    period.getYear() * 100 + period.getMonthValue());
            Long now = sql.select(PUBLISHED.DELIVERY_ID)
                    .from(PUBLISHED)
                    .where(PUBLISHED.PERIOD.eq(period))
                    .fetchOne(PUBLISHED.DELIVERY_ID);
            if (!Objects.equals(now, shown)) {
                throw new OpsException(
                        ErrorCode.RUN_IN_PROGRESS,
                        "the period " + delivery.period() + " was imported by another run meanwhile; import it again");
            }
            DeliveryRecord written = insert(sql, delivery, totals, shown);
            restate(transaction, written.getDeliveryId(), restatement);
            sql.insertInto(PUBLISHED)
                    .values(period, written.getDeliveryId())
                    .onConflict(PUBLISHED.PERIOD)
                    .doUpdate()
                    .set(PUBLISHED.DELIVERY_ID, written.getDeliveryId())
                    .execute();
            return delivery(written);
        });
    }

    private DeliveryRecord insert(DSLContext sql, Delivery delivery, Totals totals, @Nullable Long replaced) {
        DeliveryRecord row = sql.newRecord(DELIVERY);
        row.setPeriod(delivery.period().atDay(1));
        row.setExportName(delivery.export());
        row.setFingerprint(delivery.fingerprint());
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
            try (Cursor<RestatementRecord> cursor = transaction
                    .dsl()
                    .selectFrom(RESTATEMENT)
                    .where(RESTATEMENT.DELIVERY_ID.eq(database.select(PUBLISHED.DELIVERY_ID)
                            .from(PUBLISHED)
                            .where(PUBLISHED.PERIOD.eq(period.atDay(1)))))
                    .orderBy(
                            RESTATEMENT.ACCOUNT.collate("C"),
                            RESTATEMENT.SERVICE.collate("C"),
                            RESTATEMENT.USAGE_DATE.asc().nullsFirst(),
                            RESTATEMENT.CURRENCY)
                    .fetchSize(FETCH_SIZE)
                    .fetchLazy()) {
                for (RestatementRecord row : cursor) {
                    rows.accept(new CostRow(
                            List.of(
                                    row.getAccount(),
                                    row.getService(),
                                    row.getUsageDate() == null
                                            ? ""
                                            : row.getUsageDate().toString()),
                            row.getCost(),
                            row.getCurrency()));
                }
            }
        });
    }

    private static PublishedDelivery delivery(DeliveryRecord row) {
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
                row.getImportedAt().toInstant());
    }
}
