package dev.comanda.ops.reconciliation.persistence;

import static dev.comanda.ops.reconciliation.persistence.RoleItems.NO_SCOPE;
import static dev.comanda.ops.reconciliation.persistence.RoleItems.kind;
import static dev.comanda.sql.ingest.Tables.SOURCE;
import static dev.comanda.sql.marketplace.Tables.COURIER_EARNING;
import static dev.comanda.sql.marketplace.Tables.DELIVERY;
import static dev.comanda.sql.marketplace.Tables.FOOD_ORDER;
import static dev.comanda.sql.marketplace.Tables.PAYMENT;
import static dev.comanda.sql.marketplace.Tables.PAYOUT;
import static dev.comanda.sql.marketplace.Tables.RESTAURANT_ACCRUAL;
import static dev.comanda.sql.marketplace.Tables.SUPERSEDED_ORDER;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.when;

import dev.comanda.ops.reconciliation.ItemKind;
import dev.comanda.ops.reconciliation.ItemRole;
import dev.comanda.ops.reconciliation.Lags;
import dev.comanda.ops.reconciliation.Reconciliation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.CaseConditionStep;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;

/** Items that come from the core services, but for {@link OrderItems orders}: payments, accruals, deliveries and payouts. */
final class MarketplaceItems {

    private static final Field<Long> NO_POSITION = inline(0L);
    private static final Field<Integer> NO_PART = inline(0);
    private static final Field<String> NO_TEXT = inline((String) null);
    private static final Field<BigDecimal> NO_AMOUNT = inline((BigDecimal) null);
    private static final Field<LocalDate> NO_DATE = inline((LocalDate) null);

    private final Candidates candidates;
    private final Field<Short> definition;
    private final Lags lags;
    private final LocalDate businessDate;

    MarketplaceItems(Candidates candidates, Reconciliation lead, Lags lags, LocalDate businessDate) {
        this.candidates = candidates;
        this.definition = inline(lead.id());
        this.lags = lags;
        this.businessDate = businessDate;
    }

    List<Select<? extends Record>> payments() {
        Field<String> standsFor = when(
                        coalesce(FOOD_ORDER.PLACED_VERSION, inline(0)).eq(0), kind(ItemKind.FOR_NO_ORDER))
                .when(
                        OrderItems.finishedOn()
                                .isNull()
                                .or(OrderItems.finishedOn().gt(businessDate)),
                        kind(ItemKind.FOR_OPEN_ORDER))
                .otherwise(kind(ItemKind.FOR_FINISHED_ORDER));
        return candidates.ofFixedFacts(ItemRole.PAYMENT, PAYMENT.SOURCE_ID, PAYMENT.ITEM_ID, chosen -> select(
                        inline(ItemRole.PAYMENT.id()),
                        PAYMENT.ITEM_ID,
                        definition,
                        standsFor,
                        NO_SCOPE,
                        PAYMENT.ORDER_ID,
                        NO_TEXT,
                        PAYMENT.CURRENCY,
                        PAYMENT.AMOUNT,
                        PAYMENT.BUSINESS_DATE,
                        PAYMENT.BUSINESS_DATE,
                        NO_DATE,
                        PAYMENT.PAYMENT_ID,
                        NO_POSITION,
                        NO_PART,
                        SOURCE.LEGAL_ENTITY_ID)
                .from(PAYMENT)
                .join(SOURCE)
                .on(SOURCE.SOURCE_ID.eq(PAYMENT.SOURCE_ID))
                .leftJoin(FOOD_ORDER)
                .on(FOOD_ORDER.ORDER_ID.eq(PAYMENT.ORDER_ID))
                .leftJoin(SUPERSEDED_ORDER)
                .on(OrderItems.stoodAtTheCut())
                .where(chosen));
    }

    List<Select<? extends Record>> captures() {
        BankDays.Day due = BankDays.after(PAYMENT.BUSINESS_DATE, settlementLag());
        return candidates.ofFixedFacts(ItemRole.CAPTURE, PAYMENT.SOURCE_ID, PAYMENT.ITEM_ID, chosen -> select(
                        inline(ItemRole.CAPTURE.id()),
                        PAYMENT.ITEM_ID,
                        definition,
                        kind(ItemKind.PLAIN),
                        PAYMENT.PSP,
                        PAYMENT.PSP_REFERENCE,
                        PAYMENT.MERCHANT_REFERENCE,
                        PAYMENT.CURRENCY,
                        PAYMENT.AMOUNT,
                        PAYMENT.BUSINESS_DATE,
                        due.date(),
                        NO_DATE,
                        PAYMENT.PAYMENT_ID,
                        NO_POSITION,
                        NO_PART,
                        SOURCE.LEGAL_ENTITY_ID)
                .from(PAYMENT)
                .join(SOURCE)
                .on(SOURCE.SOURCE_ID.eq(PAYMENT.SOURCE_ID))
                .leftJoin(due.table())
                .on(trueCondition())
                .where(chosen));
    }

    private Field<Integer> settlementLag() {
        CaseConditionStep<Integer> lag = null;
        for (String psp : lags.settlementByPsp().keySet().stream().sorted().toList()) {
            Condition ofPsp = PAYMENT.PSP.eq(inline(psp));
            Field<Integer> days = inline(lags.settlementByPsp().get(psp));
            lag = lag == null ? when(ofPsp, days) : lag.when(ofPsp, days);
        }
        return lag == null ? inline(0) : lag.otherwise(inline(0));
    }

    List<Select<? extends Record>> restaurantAccruals() {
        return candidates.ofFixedFacts(
                ItemRole.RESTAURANT_ACCRUAL, RESTAURANT_ACCRUAL.SOURCE_ID, RESTAURANT_ACCRUAL.ITEM_ID, chosen -> select(
                                inline(ItemRole.RESTAURANT_ACCRUAL.id()),
                                RESTAURANT_ACCRUAL.ITEM_ID,
                                definition,
                                kind(ItemKind.PLAIN),
                                NO_SCOPE,
                                RESTAURANT_ACCRUAL.ORDER_ID,
                                NO_TEXT,
                                NO_TEXT,
                                NO_AMOUNT,
                                RESTAURANT_ACCRUAL.BUSINESS_DATE,
                                NO_DATE,
                                NO_DATE,
                                RESTAURANT_ACCRUAL.ACCRUAL_ID,
                                NO_POSITION,
                                NO_PART,
                                SOURCE.LEGAL_ENTITY_ID)
                        .from(RESTAURANT_ACCRUAL)
                        .join(SOURCE)
                        .on(SOURCE.SOURCE_ID.eq(RESTAURANT_ACCRUAL.SOURCE_ID))
                        .where(chosen));
    }

    List<Select<? extends Record>> deliveries() {
        BankDays.Day due = BankDays.after(DELIVERY.BUSINESS_DATE, inline(lags.accrual()));
        return candidates.ofFixedFacts(ItemRole.DELIVERY, DELIVERY.SOURCE_ID, DELIVERY.ITEM_ID, chosen -> select(
                        inline(ItemRole.DELIVERY.id()),
                        DELIVERY.ITEM_ID,
                        definition,
                        kind(ItemKind.PLAIN),
                        DELIVERY.COURIER_ID,
                        DELIVERY.ORDER_ID,
                        NO_TEXT,
                        NO_TEXT,
                        NO_AMOUNT,
                        DELIVERY.BUSINESS_DATE,
                        due.date(),
                        NO_DATE,
                        DELIVERY.DELIVERY_ID,
                        NO_POSITION,
                        NO_PART,
                        SOURCE.LEGAL_ENTITY_ID)
                .from(DELIVERY)
                .join(SOURCE)
                .on(SOURCE.SOURCE_ID.eq(DELIVERY.SOURCE_ID))
                .leftJoin(due.table())
                .on(trueCondition())
                .where(chosen));
    }

    /** Earnings that name an order; a shift's bonus is no item. */
    List<Select<? extends Record>> courierEarnings() {
        return candidates.ofFixedFacts(
                ItemRole.COURIER_EARNING, COURIER_EARNING.SOURCE_ID, COURIER_EARNING.ITEM_ID, chosen -> select(
                                inline(ItemRole.COURIER_EARNING.id()),
                                COURIER_EARNING.ITEM_ID,
                                definition,
                                kind(ItemKind.PLAIN),
                                COURIER_EARNING.COURIER_ID,
                                COURIER_EARNING.ORDER_ID,
                                NO_TEXT,
                                NO_TEXT,
                                NO_AMOUNT,
                                COURIER_EARNING.BUSINESS_DATE,
                                NO_DATE,
                                NO_DATE,
                                COURIER_EARNING.EARNING_ID,
                                NO_POSITION,
                                NO_PART,
                                SOURCE.LEGAL_ENTITY_ID)
                        .from(COURIER_EARNING)
                        .join(SOURCE)
                        .on(SOURCE.SOURCE_ID.eq(COURIER_EARNING.SOURCE_ID))
                        .where(COURIER_EARNING.ORDER_ID.isNotNull())
                        .and(chosen));
    }

    /** What we owe a restaurant or a courier leaves us: a payout's amount is negative here. */
    List<Select<? extends Record>> payouts() {
        Field<Short> byParty = when(PAYOUT.PARTY_KIND.eq("COURIER"), inline(Reconciliation.COURIER_PAYOUT.id()))
                .otherwise(inline(Reconciliation.RESTAURANT_PAYOUT.id()));
        BankDays.Day due = BankDays.after(PAYOUT.BUSINESS_DATE, inline(lags.partyPayout()));
        return candidates.ofFixedFacts(ItemRole.PAYOUT, PAYOUT.SOURCE_ID, PAYOUT.ITEM_ID, chosen -> select(
                        inline(ItemRole.PAYOUT.id()),
                        PAYOUT.ITEM_ID,
                        byParty,
                        kind(ItemKind.PLAIN),
                        NO_SCOPE,
                        PAYOUT.BANK_REFERENCE,
                        NO_TEXT,
                        PAYOUT.CURRENCY,
                        PAYOUT.AMOUNT.neg(),
                        PAYOUT.BUSINESS_DATE,
                        due.date(),
                        NO_DATE,
                        PAYOUT.PAYOUT_ID,
                        NO_POSITION,
                        NO_PART,
                        SOURCE.LEGAL_ENTITY_ID)
                .from(PAYOUT)
                .join(SOURCE)
                .on(SOURCE.SOURCE_ID.eq(PAYOUT.SOURCE_ID))
                .leftJoin(due.table())
                .on(trueCondition())
                .where(chosen));
    }
}
