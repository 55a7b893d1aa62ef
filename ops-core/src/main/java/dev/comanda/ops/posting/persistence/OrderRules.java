package dev.comanda.ops.posting.persistence;

import static dev.comanda.ops.posting.persistence.Account.account;
import static dev.comanda.sql.marketplace.Tables.FOOD_ORDER;
import static dev.comanda.sql.marketplace.Tables.SUPERSEDED_ORDER;
import static dev.comanda.sql.reconciliation.Tables.GROUP_MEMBER;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;

import dev.comanda.ops.posting.persistence.FactRule.Leg;
import dev.comanda.ops.reconciliation.ItemRole;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * What a completed order brings, and of what it is made. An order is the one fact that changes: what it owed before is taken back
 * and what it owes now is posted, unless it was matched before; then it stands as it was matched, and the change is a finding.
 */
final class OrderRules {

    private static final String NAME = "order-completed";
    private static final String COMPLETED = "COMPLETED";

    private OrderRules() {}

    static List<FactRule> of(PostingWindow window) {
        Condition asItIs = FOOD_ORDER
                .PLACED_VERSION
                .gt(0)
                .and(FOOD_ORDER.OUTCOME.eq(COMPLETED))
                .and(window.holds(FOOD_ORDER.SOURCE_ID, FOOD_ORDER.BUSINESS_DATE))
                .and(not(matchedBefore(window, FOOD_ORDER.ITEM_ID)));
        Condition superseded =
                SUPERSEDED_ORDER.OUTCOME.eq(COMPLETED).and(not(matchedBefore(window, SUPERSEDED_ORDER.ITEM_ID)));
        Condition stillCounted = superseded
                .and(window.holds(SUPERSEDED_ORDER.SOURCE_ID, SUPERSEDED_ORDER.BUSINESS_DATE))
                .and(not(window.taken(SUPERSEDED_ORDER.SUPERSEDED_BY)));
        Condition takenBack = superseded
                .and(window.isNew(SUPERSEDED_ORDER.SUPERSEDED_BY))
                .and(window.takenBefore(SUPERSEDED_ORDER.SOURCE_ID))
                .and(SUPERSEDED_ORDER.BUSINESS_DATE.le(window.after()));
        return List.of(
                new FactRule(NAME, FOOD_ORDER, FOOD_ORDER.SOURCE_ID, asItIs, CURRENT.legs(UnaryOperator.identity())),
                new FactRule(
                        NAME,
                        SUPERSEDED_ORDER,
                        SUPERSEDED_ORDER.SOURCE_ID,
                        stillCounted,
                        EARLIER.legs(UnaryOperator.identity())),
                new FactRule(NAME, SUPERSEDED_ORDER, SUPERSEDED_ORDER.SOURCE_ID, takenBack, EARLIER.legs(Field::neg)));
    }

    /** Only an order that changed can have been matched before it falls to a date. */
    private static Condition matchedBefore(PostingWindow window, Field<Long> itemId) {
        return itemId.in(select(SUPERSEDED_ORDER.ITEM_ID)
                .from(SUPERSEDED_ORDER)
                .join(GROUP_MEMBER)
                .on(GROUP_MEMBER.ITEM_ID.eq(SUPERSEDED_ORDER.ITEM_ID))
                .and(GROUP_MEMBER.ROLE_ID.eq(ItemRole.ORDER.id()))
                .where(GROUP_MEMBER.JOINED_ON.le(window.after())));
    }

    private static final Amounts CURRENT = new Amounts(
            FOOD_ORDER.CURRENCY,
            FOOD_ORDER.TOTAL,
            FOOD_ORDER.SERVICE_FEE,
            FOOD_ORDER.DELIVERY_FEE,
            FOOD_ORDER.TIP,
            FOOD_ORDER.DISCOUNT);

    private static final Amounts EARLIER = new Amounts(
            SUPERSEDED_ORDER.CURRENCY,
            SUPERSEDED_ORDER.TOTAL,
            SUPERSEDED_ORDER.SERVICE_FEE,
            SUPERSEDED_ORDER.DELIVERY_FEE,
            SUPERSEDED_ORDER.TIP,
            SUPERSEDED_ORDER.DISCOUNT);

    private record Amounts(
            Field<String> currency,
            Field<BigDecimal> total,
            Field<BigDecimal> serviceFee,
            Field<BigDecimal> deliveryFee,
            Field<BigDecimal> tip,
            Field<BigDecimal> discount) {

        List<Leg> legs(UnaryOperator<Field<BigDecimal>> sign) {
            Account proceeds = account("order-proceeds");
            return List.of(
                    new Leg(account("order-clearing"), proceeds, sign.apply(total), currency),
                    new Leg(proceeds, account("service-fee-revenue"), sign.apply(serviceFee), currency),
                    new Leg(proceeds, account("delivery-fee-revenue"), sign.apply(deliveryFee), currency),
                    new Leg(proceeds, account("tips"), sign.apply(tip), currency),
                    new Leg(account("discounts"), proceeds, sign.apply(discount), currency));
        }
    }
}
