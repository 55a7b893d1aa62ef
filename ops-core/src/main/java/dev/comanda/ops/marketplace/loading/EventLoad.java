package dev.comanda.ops.marketplace.loading;

import static dev.comanda.sql.ingest.Tables.EVENT_IDENTITY;
import static dev.comanda.sql.marketplace.Tables.COURIER_EARNING;
import static dev.comanda.sql.marketplace.Tables.DELIVERY;
import static dev.comanda.sql.marketplace.Tables.PAYMENT;
import static dev.comanda.sql.marketplace.Tables.PAYOUT;
import static dev.comanda.sql.marketplace.Tables.PENDING_EVENT;
import static dev.comanda.sql.marketplace.Tables.RESTAURANT_ACCRUAL;
import static dev.comanda.sql.work.Tables.STAGED_EVENT;
import static dev.comanda.sql.work.Tables.VERDICT;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.select;

import dev.comanda.ops.completeness.Kind;
import dev.comanda.ops.completeness.loading.Reach;
import dev.comanda.ops.copy.Copies;
import dev.comanda.ops.copy.CopyTarget;
import dev.comanda.ops.copy.TemporaryTables;
import dev.comanda.ops.marketplace.CourierEarningAccrued;
import dev.comanda.ops.marketplace.CourierPayoutInstructed;
import dev.comanda.ops.marketplace.DeliveryCompleted;
import dev.comanda.ops.marketplace.EventKeys;
import dev.comanda.ops.marketplace.MarketplaceEvent;
import dev.comanda.ops.marketplace.OrderCancelled;
import dev.comanda.ops.marketplace.OrderCompleted;
import dev.comanda.ops.marketplace.OrderPlaced;
import dev.comanda.ops.marketplace.PaymentCaptured;
import dev.comanda.ops.marketplace.PendingEvent;
import dev.comanda.ops.marketplace.RestaurantEarningAccrued;
import dev.comanda.ops.marketplace.RestaurantPayoutInstructed;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.Select;
import org.postgresql.copy.CopyManager;

/**
 * One load of events, a file's or a batch's, within the caller's transaction: {@link #add} each event that could be read, then
 * {@link #merge} once. Until then nothing but temporary tables is touched, so that loads can be made ready side by side.
 */
public final class EventLoad {

    private static final List<String> STAGING_TABLES =
            List.of("staged_event", "repeated_key", "verdict", "staged_placement", "staged_outcome");

    private final DSLContext sql;
    private final CopyManager copies;
    private final Map<String, Instant> latestByType = new HashMap<>();
    private final CopyTarget keys;
    private final StagedOrders orders;
    private final StagedFacts payments;
    private final StagedFacts accruals;
    private final StagedFacts deliveries;
    private final StagedFacts earnings;
    private final StagedFacts payouts;
    private final StagedFacts pending;
    private boolean isStaged;

    public EventLoad(Configuration transaction) {
        this.sql = TemporaryTables.create(transaction, STAGING_TABLES);
        this.copies = Copies.of(transaction);
        this.keys = new CopyTarget(copies, "pg_temp.staged_event (line, identity, business, content)");
        this.orders = new StagedOrders(sql, copies);
        this.payments = new StagedFacts(sql, copies, PAYMENT, PAYMENT.PAYMENT_ID);
        this.accruals = new StagedFacts(sql, copies, RESTAURANT_ACCRUAL, RESTAURANT_ACCRUAL.ACCRUAL_ID);
        this.deliveries = new StagedFacts(sql, copies, DELIVERY, DELIVERY.DELIVERY_ID);
        this.earnings = new StagedFacts(sql, copies, COURIER_EARNING, COURIER_EARNING.EARNING_ID);
        this.payouts = new StagedFacts(sql, copies, PAYOUT, PAYOUT.PAYOUT_ID);
        this.pending = new StagedFacts(sql, copies, PENDING_EVENT, PENDING_EVENT.TYPE, PENDING_EVENT.BUSINESS_ID);
    }

    /**
     * What came of a load.
     *
     * @param conflicts the lines that said something else under an id that was taken; they are to be rejected
     */
    public record Outcome(long accepted, long duplicates, List<Long> conflicts) {}

    /** Stages an event; lines must be unique within the load. */
    public void add(long line, EventKeys eventKeys, MarketplaceEvent event) {
        latestByType.merge(event.type(), event.occurredAt(), (one, other) -> one.isAfter(other) ? one : other);
        keys.add(line)
                .add(eventKeys.identity())
                .add(eventKeys.business())
                .add(eventKeys.content())
                .end();
        UUID content = eventKeys.content();
        if (event instanceof OrderPlaced placed) {
            orders.add(line, content, placed);
        } else if (event instanceof OrderCompleted completed) {
            orders.add(line, content, completed);
        } else if (event instanceof OrderCancelled cancelled) {
            orders.add(line, content, cancelled);
        } else if (event instanceof PaymentCaptured payment) {
            FactRows.add(payments.rows(), line, content, payment);
        } else if (event instanceof RestaurantEarningAccrued accrual) {
            FactRows.add(accruals.rows(), line, content, accrual);
        } else if (event instanceof DeliveryCompleted delivery) {
            FactRows.add(deliveries.rows(), line, content, delivery);
        } else if (event instanceof CourierEarningAccrued earning) {
            FactRows.add(earnings.rows(), line, content, earning);
        } else if (event instanceof RestaurantPayoutInstructed payout) {
            FactRows.add(payouts.rows(), line, content, payout);
        } else if (event instanceof CourierPayoutInstructed payout) {
            FactRows.add(payouts.rows(), line, content, payout);
        } else if (event instanceof PendingEvent other) {
            FactRows.add(pending.rows(), line, content, other);
        }
    }

    /** Sends what is left to the temporary tables; {@link #merge} does it too. */
    public void stage() {
        if (!isStaged) {
            isStaged = true;
            flush();
        }
    }

    /**
     * Decides on all staged events and takes the accepted ones over.
     *
     * @param sourceId what they came from
     */
    public Outcome merge(long sourceId) {
        stage();
        new EventVerdicts(sql).decide(knownFacts());
        sql.insertInto(EVENT_IDENTITY, EVENT_IDENTITY.IDENTITY, EVENT_IDENTITY.CONTENT)
                .select(select(STAGED_EVENT.IDENTITY, STAGED_EVENT.CONTENT)
                        .from(STAGED_EVENT)
                        .join(VERDICT)
                        .on(VERDICT.LINE.eq(STAGED_EVENT.LINE))
                        .where(VERDICT.VERDICT_.eq(Verdict.ACCEPTED.name()))
                        .orderBy(STAGED_EVENT.IDENTITY))
                .execute();
        orders.merge(sourceId);
        facts().forEach(staged -> staged.merge(sql, sourceId));
        finishReach(sourceId);
        return outcome();
    }

    /** A type begins with the feed that it comes in. */
    private void finishReach(long sourceId) {
        Reach reach = new Reach(Kind.FEED);
        latestByType.forEach((type, latest) -> reach.tells(type.substring(0, type.indexOf('.')), latest));
        reach.finish(copies, sourceId);
    }

    private void flush() {
        keys.flush();
        orders.flush();
        facts().forEach(staged -> staged.stage(sql));
        sql.execute("analyze pg_temp.staged_event");
    }

    private List<StagedFacts> facts() {
        return List.of(payments, accruals, deliveries, earnings, payouts, pending);
    }

    private Select<Record2<Long, UUID>> knownFacts() {
        Select<Record2<Long, UUID>> known = orders.known();
        for (StagedFacts staged : facts()) {
            if (staged.rows().rows() > 0) {
                known = known.unionAll(staged.known());
            }
        }
        return known;
    }

    private Outcome outcome() {
        Map<String, Integer> counts = sql.select(VERDICT.VERDICT_, count())
                .from(VERDICT)
                .groupBy(VERDICT.VERDICT_)
                .fetchMap(VERDICT.VERDICT_, count());
        return new Outcome(
                counts.getOrDefault(Verdict.ACCEPTED.name(), 0),
                counts.getOrDefault(Verdict.DUPLICATE.name(), 0),
                lines(Verdict.CONFLICT));
    }

    /** The lines that said what was said before; to be asked after {@link #merge}, of a load that is small. */
    public List<Long> duplicateLines() {
        return lines(Verdict.DUPLICATE);
    }

    private List<Long> lines(Verdict verdict) {
        return sql.select(VERDICT.LINE)
                .from(VERDICT)
                .where(VERDICT.VERDICT_.eq(verdict.name()))
                .orderBy(VERDICT.LINE)
                .fetch(VERDICT.LINE);
    }
}
