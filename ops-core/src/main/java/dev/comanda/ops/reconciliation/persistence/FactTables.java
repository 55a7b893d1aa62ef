package dev.comanda.ops.reconciliation.persistence;

import static dev.comanda.sql.ingest.Tables.SOURCE;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import dev.comanda.ops.reconciliation.FactView.Side;
import dev.comanda.ops.reconciliation.ItemRole;
import dev.comanda.sql.bank.tables.Entry;
import dev.comanda.sql.bank.tables.PayoutReturn;
import dev.comanda.sql.marketplace.tables.CourierEarning;
import dev.comanda.sql.marketplace.tables.Delivery;
import dev.comanda.sql.marketplace.tables.FoodOrder;
import dev.comanda.sql.marketplace.tables.Payment;
import dev.comanda.sql.marketplace.tables.RestaurantAccrual;
import dev.comanda.sql.psp.tables.Line;
import java.util.Arrays;
import org.jooq.Field;
import org.jooq.Table;

/** Where the fact behind a role lies, and what it is called. */
final class FactTables {

    private FactTables() {}

    static Table<?> of(ItemRole role) {
        return switch (role) {
            case ORDER, COMPLETED_ORDER -> FoodOrder.FOOD_ORDER;
            case PAYMENT, CAPTURE -> Payment.PAYMENT;
            case PSP_LINE -> Line.LINE;
            case PSP_PAYOUT -> dev.comanda.sql.psp.tables.Payout.PAYOUT;
            case BANK_CREDIT, BANK_DEBIT -> Entry.ENTRY;
            case RESTAURANT_ACCRUAL -> RestaurantAccrual.RESTAURANT_ACCRUAL;
            case DELIVERY -> Delivery.DELIVERY;
            case COURIER_EARNING -> CourierEarning.COURIER_EARNING;
            case PAYOUT -> dev.comanda.sql.marketplace.tables.Payout.PAYOUT;
            case PAYOUT_RETURN -> PayoutReturn.PAYOUT_RETURN;
        };
    }

    static Field<String> reference(ItemRole role) {
        return switch (role) {
            case ORDER, COMPLETED_ORDER -> FoodOrder.FOOD_ORDER.ORDER_ID;
            case PAYMENT, CAPTURE -> Payment.PAYMENT.PAYMENT_ID;
            case PSP_LINE -> References.ofRecord(path(Line.LINE.SOURCE_ID), Line.LINE.POSITION, Line.LINE.PART);
            case PSP_PAYOUT ->
                ofRecord(
                        dev.comanda.sql.psp.tables.Payout.PAYOUT.SOURCE_ID,
                        dev.comanda.sql.psp.tables.Payout.PAYOUT.POSITION);
            case BANK_CREDIT, BANK_DEBIT ->
                References.ofRecord(path(Entry.ENTRY.SOURCE_ID), Entry.ENTRY.POSITION, Entry.ENTRY.PART);
            case RESTAURANT_ACCRUAL -> RestaurantAccrual.RESTAURANT_ACCRUAL.ACCRUAL_ID;
            case DELIVERY -> Delivery.DELIVERY.DELIVERY_ID;
            case COURIER_EARNING -> CourierEarning.COURIER_EARNING.EARNING_ID;
            case PAYOUT -> dev.comanda.sql.marketplace.tables.Payout.PAYOUT.PAYOUT_ID;
            case PAYOUT_RETURN -> ofRecord(PayoutReturn.PAYOUT_RETURN.SOURCE_ID, PayoutReturn.PAYOUT_RETURN.POSITION);
        };
    }

    static Side side(ItemRole role) {
        return switch (role) {
            case ORDER, CAPTURE, PSP_PAYOUT, COMPLETED_ORDER, DELIVERY, PAYOUT -> Side.LEFT;
            case PAYMENT, PSP_LINE, BANK_CREDIT, RESTAURANT_ACCRUAL, COURIER_EARNING, BANK_DEBIT, PAYOUT_RETURN ->
                Side.RIGHT;
        };
    }

    static ItemRole role(short id) {
        return Arrays.stream(ItemRole.values())
                .filter(role -> role.id() == id)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The database knows a role that we do not: " + id));
    }

    private static Field<String> ofRecord(Field<Long> source, Field<Integer> position) {
        return concat(path(source), inline("#"), position.cast(String.class));
    }

    private static Field<String> path(Field<Long> source) {
        return field(select(SOURCE.PATH).from(SOURCE).where(SOURCE.SOURCE_ID.eq(source)));
    }
}
