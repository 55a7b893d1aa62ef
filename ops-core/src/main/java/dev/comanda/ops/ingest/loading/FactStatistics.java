package dev.comanda.ops.ingest.loading;

import org.jooq.DSLContext;

/** What the database knows of the facts' distribution: it plans a night by it, and would learn of a bulk load minutes late. */
public final class FactStatistics {

    private FactStatistics() {}

    /** To be called when files have been read and before they are reconciled. */
    public static void refresh(DSLContext database) {
        database.execute(
                """
                analyze ingest.source, ingest.event_identity, marketplace.food_order, marketplace.order_version,
                        marketplace.payment, marketplace.restaurant_accrual, marketplace.delivery, marketplace.courier_earning,
                        marketplace.payout, psp.line, psp.payout, bank.entry, bank.statement, bank.payout_return
                """);
    }
}
