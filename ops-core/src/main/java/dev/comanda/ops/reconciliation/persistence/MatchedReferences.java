package dev.comanda.ops.reconciliation.persistence;

import static dev.comanda.sql.marketplace.Tables.DELIVERY;
import static dev.comanda.sql.marketplace.Tables.FOOD_ORDER;
import static dev.comanda.sql.marketplace.Tables.PAYMENT;
import static dev.comanda.sql.marketplace.Tables.PAYOUT;
import static dev.comanda.sql.psp.Tables.LINE;
import static dev.comanda.sql.reconciliation.Tables.GROUP_MEMBER;
import static dev.comanda.sql.reconciliation.Tables.MATCH_GROUP;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import dev.comanda.ops.reconciliation.ItemKind;
import dev.comanda.ops.reconciliation.ItemRole;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/** Asks of a right item whether its reference has matched before, this night or any other, and in which groups. */
final class MatchedReferences {

    private MatchedReferences() {}

    /** The numbers of the groups that hold a left item of the right's reference; further conditions narrow the groups. */
    static Select<Record1<Long>> groupsOf(ItemRole leftRole, ItemTable right, Condition group) {
        return switch (leftRole) {
            case ORDER ->
                groups(FOOD_ORDER, FOOD_ORDER.ITEM_ID, leftRole, right)
                        .and(FOOD_ORDER.ORDER_ID.eq(right.reference()))
                        .and(group);
            case CAPTURE -> capturesAndTheirLines(right, group);
            case COMPLETED_ORDER ->
                groups(FOOD_ORDER, FOOD_ORDER.ITEM_ID, leftRole, right)
                        .and(FOOD_ORDER.ORDER_ID.eq(right.reference()))
                        .and(group);
            case DELIVERY ->
                groups(DELIVERY, DELIVERY.ITEM_ID, leftRole, right)
                        .and(DELIVERY.ORDER_ID.eq(right.reference()))
                        .and(DELIVERY.COURIER_ID.eq(right.scope()))
                        .and(group);
            case PAYOUT ->
                groups(PAYOUT, PAYOUT.ITEM_ID, leftRole, right)
                        .and(PAYOUT.BANK_REFERENCE.eq(right.reference()))
                        .and(group);
            case PAYMENT,
                    PSP_LINE,
                    PSP_PAYOUT,
                    BANK_CREDIT,
                    RESTAURANT_ACCRUAL,
                    COURIER_EARNING,
                    BANK_DEBIT,
                    PAYOUT_RETURN ->
                throw new IllegalArgumentException(
                        leftRole + " is no left side whose matched references are asked for");
        };
    }

    /** For an order: whether its outcome is of one of these kinds; other lefts have no kinds to tell apart. */
    static Condition leftIsCancelled(boolean cancelled) {
        return cancelled
                ? FOOD_ORDER.OUTCOME.eq(ItemKind.CANCELLED.name())
                : FOOD_ORDER.OUTCOME.eq(ItemKind.COMPLETED.name());
    }

    /**
     * A PSP's line repeats a settlement when its reference is that of a capture that matched, or of a line that did (the
     * PSP may have written its own reference wrong both times), or, without one, when the merchant's reference is.
     */
    private static Select<Record1<Long>> capturesAndTheirLines(ItemTable right, Condition group) {
        return groups(PAYMENT, PAYMENT.ITEM_ID, ItemRole.CAPTURE, right)
                .and(PAYMENT.PSP.eq(right.scope()))
                .and(PAYMENT.PSP_REFERENCE.eq(right.reference()))
                .and(group)
                .unionAll(groups(LINE, LINE.ITEM_ID, ItemRole.PSP_LINE, right)
                        .and(LINE.PSP.eq(right.scope()))
                        .and(LINE.PSP_REFERENCE.eq(right.reference()))
                        .and(group))
                .unionAll(groups(LINE, LINE.ITEM_ID, ItemRole.PSP_LINE, right)
                        .and(LINE.PSP.eq(right.scope()))
                        .and(DSL.coalesce(right.reference(), inline("")).eq(""))
                        .and(LINE.MERCHANT_REFERENCE.eq(right.secondReference()))
                        .and(group));
    }

    private static SelectConditionStep<Record1<Long>> groups(
            Table<?> facts, TableField<?, Long> itemId, ItemRole role, ItemTable right) {
        Field<Long> item = itemId;
        return select(MATCH_GROUP.GROUP_ID)
                .from(facts)
                .join(GROUP_MEMBER)
                .on(GROUP_MEMBER.ROLE_ID.eq(role.id()).and(GROUP_MEMBER.ITEM_ID.eq(item)))
                .join(MATCH_GROUP)
                .on(MATCH_GROUP.GROUP_ID.eq(GROUP_MEMBER.GROUP_ID))
                .where(MATCH_GROUP.LEGAL_ENTITY_ID.eq(right.legalEntity()));
    }
}
