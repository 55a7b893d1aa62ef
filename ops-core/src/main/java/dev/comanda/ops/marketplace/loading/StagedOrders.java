package dev.comanda.ops.marketplace.loading;

import static dev.comanda.sql.marketplace.Tables.ORDER_VERSION;
import static dev.comanda.sql.work.Tables.STAGED_OUTCOME;
import static dev.comanda.sql.work.Tables.STAGED_PLACEMENT;
import static dev.comanda.sql.work.Tables.VERDICT;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import dev.comanda.ops.copy.CopyTarget;
import dev.comanda.ops.marketplace.OrderAmounts;
import dev.comanda.ops.marketplace.OrderCancelled;
import dev.comanda.ops.marketplace.OrderCompleted;
import dev.comanda.ops.marketplace.OrderPlaced;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.Table;
import org.postgresql.copy.CopyManager;

/** The events of orders: kept version by version, and folded into the order as its highest versions leave it. */
final class StagedOrders {

    private final DSLContext sql;
    private final CopyTarget placements;
    private final CopyTarget outcomes;

    StagedOrders(DSLContext sql, CopyManager copies) {
        this.sql = sql;
        this.placements = new CopyTarget(
                copies,
                "pg_temp.staged_placement (line, content, order_id, version, placed_at, market, city, customer_id,"
                        + " restaurant_id, currency, items_total, lines_total, delivery_fee, service_fee, tip, discount, total)");
        this.outcomes = new CopyTarget(
                copies,
                "pg_temp.staged_outcome (line, content, order_id, version, outcome, outcome_at, business_date,"
                        + " cancelled_by, cancel_stage, cancel_reason)");
    }

    void add(long line, UUID content, OrderPlaced event) {
        OrderAmounts amounts = event.amounts();
        placements
                .add(line)
                .add(content)
                .add(event.orderId())
                .add(event.version())
                .add(event.placedAt())
                .add(event.market())
                .add(event.city())
                .add(event.customerId())
                .add(event.restaurantId())
                .add(event.currency())
                .add(amounts.items())
                .add(event.linesTotal())
                .add(amounts.deliveryFee())
                .add(amounts.serviceFee())
                .add(amounts.tip())
                .add(amounts.discount())
                .add(amounts.total())
                .end();
    }

    void add(long line, UUID content, OrderCompleted event) {
        outcomes.add(line)
                .add(content)
                .add(event.orderId())
                .add(event.version())
                .add("COMPLETED")
                .add(event.completedAt())
                .add(event.businessDate())
                .add((String) null)
                .add((String) null)
                .add((String) null)
                .end();
    }

    void add(long line, UUID content, OrderCancelled event) {
        outcomes.add(line)
                .add(content)
                .add(event.orderId())
                .add(event.version())
                .add("CANCELLED")
                .add(event.cancelledAt())
                .add(event.businessDate())
                .add(event.cancelledBy())
                .add(event.stage())
                .add(event.reasonCode())
                .end();
    }

    void flush() {
        placements.flush();
        outcomes.flush();
        sql.execute("analyze pg_temp.staged_placement");
        sql.execute("analyze pg_temp.staged_outcome");
    }

    /** The content of versions that are there already, by line. */
    Select<Record2<Long, UUID>> known() {
        return select(STAGED_PLACEMENT.LINE, ORDER_VERSION.CONTENT)
                .from(STAGED_PLACEMENT)
                .join(ORDER_VERSION)
                .on(ORDER_VERSION.ORDER_ID.eq(STAGED_PLACEMENT.ORDER_ID))
                .and(ORDER_VERSION.VERSION.eq(STAGED_PLACEMENT.VERSION))
                .unionAll(select(STAGED_OUTCOME.LINE, ORDER_VERSION.CONTENT)
                        .from(STAGED_OUTCOME)
                        .join(ORDER_VERSION)
                        .on(ORDER_VERSION.ORDER_ID.eq(STAGED_OUTCOME.ORDER_ID))
                        .and(ORDER_VERSION.VERSION.eq(STAGED_OUTCOME.VERSION)));
    }

    void merge(long sourceId) {
        if (placements.rows() + outcomes.rows() == 0) {
            return;
        }
        keepVersions();
        sql.execute(FoldOrders.STATEMENT, sourceId, sourceId);
    }

    private void keepVersions() {
        Table<?> versions = select(
                        STAGED_PLACEMENT.ORDER_ID,
                        STAGED_PLACEMENT.VERSION,
                        STAGED_PLACEMENT.CONTENT,
                        STAGED_PLACEMENT.LINE)
                .from(STAGED_PLACEMENT)
                .unionAll(select(
                                STAGED_OUTCOME.ORDER_ID,
                                STAGED_OUTCOME.VERSION,
                                STAGED_OUTCOME.CONTENT,
                                STAGED_OUTCOME.LINE)
                        .from(STAGED_OUTCOME))
                .asTable("versions");
        sql.insertInto(ORDER_VERSION, ORDER_VERSION.ORDER_ID, ORDER_VERSION.VERSION, ORDER_VERSION.CONTENT)
                .select(select(
                                field(name("versions", "order_id"), String.class),
                                field(name("versions", "version"), Integer.class),
                                field(name("versions", "content"), UUID.class))
                        .from(versions)
                        .join(VERDICT)
                        .on(VERDICT.LINE.eq(field(name("versions", "line"), Long.class)))
                        .where(VERDICT.VERDICT_.eq(Verdict.ACCEPTED.name()))
                        .orderBy(field(name("versions", "order_id")), field(name("versions", "version"))))
                .execute();
    }
}
