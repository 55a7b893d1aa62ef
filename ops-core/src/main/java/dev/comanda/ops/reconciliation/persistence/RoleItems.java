package dev.comanda.ops.reconciliation.persistence;

import static dev.comanda.sql.work.Tables.LEFT_ITEM;
import static org.jooq.impl.DSL.inline;

import dev.comanda.ops.reconciliation.ItemKind;
import dev.comanda.ops.reconciliation.ItemRole;
import dev.comanda.ops.reconciliation.Lags;
import dev.comanda.ops.reconciliation.ReconciliationSpec;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;

/** Fills the work tables with the items of each role; which fact is an item, with which key and amount, is said here. */
final class RoleItems {

    /** The scope of roles that need none: references are unique without it. */
    static final Field<String> NO_SCOPE = inline("");

    private final DSLContext sql;
    private final Candidates candidates;
    private final OrderItems orders;
    private final MarketplaceItems marketplace;
    private final MoneyMovementItems movements;

    RoleItems(Candidates candidates, ReconciliationSpec spec, Lags lags, LocalDate businessDate) {
        this.sql = candidates.sql();
        this.candidates = candidates;
        this.orders = new OrderItems(candidates, spec.lead(), lags);
        this.marketplace = new MarketplaceItems(candidates, spec.lead(), lags, businessDate);
        this.movements = new MoneyMovementItems(candidates, spec.lead(), lags);
    }

    void fill(ReconciliationSpec spec) {
        insert(ItemTable.left(), spec.leftRole());
        spec.rightRoles().stream().sorted().forEach(role -> insert(ItemTable.right(), role));
        new EntryReferences(candidates.sql()).resolve(spec);
        analyze();
    }

    private void insert(ItemTable side, ItemRole role) {
        Table<?> target = side.isLeft() ? LEFT_ITEM : dev.comanda.sql.work.Tables.RIGHT_ITEM;
        for (Select<? extends Record> items : itemsOf(role)) {
            sql.insertInto(target).select(items).execute();
        }
    }

    private List<Select<? extends Record>> itemsOf(ItemRole role) {
        return switch (role) {
            case ORDER -> orders.orders();
            case PAYMENT -> marketplace.payments();
            case CAPTURE -> marketplace.captures();
            case COMPLETED_ORDER -> orders.completedOrders();
            case RESTAURANT_ACCRUAL -> marketplace.restaurantAccruals();
            case DELIVERY -> marketplace.deliveries();
            case COURIER_EARNING -> marketplace.courierEarnings();
            case PAYOUT -> marketplace.payouts();
            case PSP_LINE -> movements.pspLines();
            case PSP_PAYOUT -> movements.pspPayouts();
            case BANK_CREDIT -> movements.bankEntries(role);
            case BANK_DEBIT -> movements.bankEntries(role);
            case PAYOUT_RETURN -> movements.payoutReturns();
        };
    }

    /** Temporary tables have no statistics of their own accord, and the planner guesses badly without. */
    private void analyze() {
        sql.execute("analyze pg_temp.left_item");
        sql.execute("analyze pg_temp.right_item");
    }

    static Field<String> kind(ItemKind kind) {
        return inline(kind.name());
    }
}
