package dev.comanda.ops.reconciliation.persistence;

import static dev.comanda.ops.reconciliation.persistence.Columns.column;
import static dev.comanda.sql.ingest.Tables.SOURCE;
import static dev.comanda.sql.marketplace.Tables.COURIER_EARNING;
import static dev.comanda.sql.marketplace.Tables.FOOD_ORDER;
import static dev.comanda.sql.marketplace.Tables.PAYOUT;
import static dev.comanda.sql.marketplace.Tables.RESTAURANT_ACCRUAL;
import static dev.comanda.sql.psp.Tables.FEE_CONTRACT;
import static dev.comanda.sql.psp.Tables.LINE;
import static dev.comanda.sql.reconciliation.Tables.CONSIDERED_SOURCE;
import static dev.comanda.sql.reconciliation.Tables.FINDING;
import static dev.comanda.sql.reconciliation.Tables.GROUP_MEMBER;
import static dev.comanda.sql.reconciliation.Tables.MATCH_GROUP;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.unnest;
import static org.jooq.impl.DSL.when;

import dev.comanda.ops.reconciliation.ItemRole;
import dev.comanda.ops.reconciliation.Law;
import dev.comanda.ops.reconciliation.Reconciliations.Outcome;
import dev.comanda.sql.money.Routines;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SelectConnectByStep;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * The laws of CONTRACTS section 1. Facts are checked once: on the first date that is not before their business date, in the
 * run that first sees them; a payout again whenever more was accrued for it. A breach is kept under (law, business id) and never
 * reported again.
 */
final class Laws {

    private static final short DEFINITION = 0;
    private static final int COMMISSION_DECIMALS = 4;
    private static final String RESTAURANT = "RESTAURANT";
    private static final String COURIER = "COURIER";

    private final DSLContext sql;
    private final LocalDate businessDate;

    Laws(DSLContext sql, LocalDate businessDate) {
        this.sql = sql;
        this.businessDate = businessDate;
    }

    Outcome check() {
        boolean again = takeBack();
        List<Long> sources = Candidates.unconsidered(sql, DEFINITION, Candidates.OF_THIS_PLATFORM);
        @Nullable
        LocalDate previous = sql.select(max(CONSIDERED_SOURCE.BUSINESS_DATE))
                .from(CONSIDERED_SOURCE)
                .where(CONSIDERED_SOURCE.DEFINITION_ID.eq(DEFINITION))
                .fetchOne(0, LocalDate.class);
        LawScope scope = new LawScope(sources, previous, businessDate);
        checkOrders(scope);
        checkRestaurantAccruals(scope);
        checkCourierEarnings(scope);
        checkPayouts(scope);
        checkFees(scope);
        remember(sources);
        return again && sources.isEmpty() ? Outcome.UNCHANGED : Outcome.PUBLISHED;
    }

    /** What an earlier run for this date found; it is found again, and perhaps more with it. */
    private boolean takeBack() {
        sql.deleteFrom(FINDING).where(FINDING.BUSINESS_DATE.eq(businessDate)).execute();
        return sql.deleteFrom(CONSIDERED_SOURCE)
                        .where(CONSIDERED_SOURCE.DEFINITION_ID.eq(DEFINITION))
                        .and(CONSIDERED_SOURCE.BUSINESS_DATE.eq(businessDate))
                        .execute()
                > 0;
    }

    private void checkOrders(LawScope scope) {
        Facts placed = new Facts(
                FOOD_ORDER, FOOD_ORDER.SOURCE_ID, FOOD_ORDER.ORDER_ID, FOOD_ORDER.CURRENCY, scope.holdsPlacements());
        Field<BigDecimal> total = FOOD_ORDER
                .ITEMS_TOTAL
                .plus(FOOD_ORDER.DELIVERY_FEE)
                .plus(FOOD_ORDER.SERVICE_FEE)
                .plus(FOOD_ORDER.TIP)
                .minus(FOOD_ORDER.DISCOUNT);
        report(Law.ORDER_TOTAL, placed, total, FOOD_ORDER.TOTAL);
        report(Law.ORDER_ITEMS, placed, FOOD_ORDER.LINES_TOTAL, FOOD_ORDER.ITEMS_TOTAL);
        Field<BigDecimal> due = when(FOOD_ORDER.OUTCOME.eq("CANCELLED"), inline(BigDecimal.ZERO))
                .otherwise(FOOD_ORDER.TOTAL);
        Table<?> matched = FOOD_ORDER
                .join(GROUP_MEMBER)
                .on(GROUP_MEMBER.ROLE_ID.eq(ItemRole.ORDER.id()).and(GROUP_MEMBER.ITEM_ID.eq(FOOD_ORDER.ITEM_ID)))
                .join(MATCH_GROUP)
                .on(MATCH_GROUP.GROUP_ID.eq(GROUP_MEMBER.GROUP_ID));
        Condition changed =
                FOOD_ORDER.PLACED_VERSION.gt(0).and(scope.holds(FOOD_ORDER.SOURCE_ID, FOOD_ORDER.BUSINESS_DATE));
        report(
                Law.ORDER_CHANGED,
                new Facts(matched, FOOD_ORDER.SOURCE_ID, FOOD_ORDER.ORDER_ID, FOOD_ORDER.CURRENCY, changed),
                MATCH_GROUP.LEFT_AMOUNT,
                Routines.rounded(due, FOOD_ORDER.CURRENCY));
    }

    private void checkRestaurantAccruals(LawScope scope) {
        Facts accrued = new Facts(
                RESTAURANT_ACCRUAL,
                RESTAURANT_ACCRUAL.SOURCE_ID,
                RESTAURANT_ACCRUAL.ACCRUAL_ID,
                RESTAURANT_ACCRUAL.CURRENCY,
                scope.holds(RESTAURANT_ACCRUAL.SOURCE_ID, RESTAURANT_ACCRUAL.BUSINESS_DATE));
        report(
                Law.COMMISSION,
                accrued,
                Routines.roundHalfEven(
                        RESTAURANT_ACCRUAL.BASE.mul(RESTAURANT_ACCRUAL.COMMISSION_RATE), inline(COMMISSION_DECIMALS)),
                RESTAURANT_ACCRUAL.COMMISSION);
        report(
                Law.RESTAURANT_NET,
                accrued,
                RESTAURANT_ACCRUAL
                        .BASE
                        .minus(RESTAURANT_ACCRUAL.COMMISSION)
                        .minus(RESTAURANT_ACCRUAL.PAYMENT_FEE)
                        .plus(RESTAURANT_ACCRUAL.ADJUSTMENTS),
                RESTAURANT_ACCRUAL.NET);
    }

    private void checkCourierEarnings(LawScope scope) {
        Facts earned = new Facts(
                COURIER_EARNING,
                COURIER_EARNING.SOURCE_ID,
                COURIER_EARNING.EARNING_ID,
                COURIER_EARNING.CURRENCY,
                scope.holds(COURIER_EARNING.SOURCE_ID, COURIER_EARNING.BUSINESS_DATE));
        report(
                Law.COURIER_TOTAL,
                earned,
                COURIER_EARNING
                        .BASE
                        .plus(COURIER_EARNING.DISTANCE)
                        .plus(COURIER_EARNING.TIP)
                        .plus(COURIER_EARNING.INCENTIVE),
                COURIER_EARNING.TOTAL);
    }

    private void checkPayouts(LawScope scope) {
        Field<BigDecimal> accruedByRestaurant = field(select(coalesce(sum(RESTAURANT_ACCRUAL.NET), BigDecimal.ZERO))
                .from(RESTAURANT_ACCRUAL)
                .where(isPaidToRestaurant()));
        Field<BigDecimal> accruedByCourier = field(select(coalesce(sum(COURIER_EARNING.TOTAL), BigDecimal.ZERO))
                .from(COURIER_EARNING)
                .where(isPaidToCourier()));
        Condition paid = scope.holds(PAYOUT.SOURCE_ID, PAYOUT.BUSINESS_DATE).or(hasNewAccruals(scope));
        report(
                Law.PAYOUT_SUM,
                new Facts(PAYOUT, PAYOUT.SOURCE_ID, PAYOUT.PAYOUT_ID, PAYOUT.CURRENCY, paid),
                when(PAYOUT.PARTY_KIND.eq(RESTAURANT), accruedByRestaurant).otherwise(accruedByCourier),
                PAYOUT.AMOUNT.plus(PAYOUT.RESIDUAL));
    }

    /** An accrual that comes late breaks the law of a payout that was right before. */
    private static Condition hasNewAccruals(LawScope scope) {
        return scope.reaches(PAYOUT.SOURCE_ID, PAYOUT.BUSINESS_DATE)
                .and(PAYOUT.ITEM_ID.in(select(PAYOUT.ITEM_ID)
                        .from(PAYOUT)
                        .join(RESTAURANT_ACCRUAL)
                        .on(isPaidToRestaurant())
                        .where(PAYOUT.PARTY_KIND.eq(RESTAURANT))
                        .and(scope.holds(RESTAURANT_ACCRUAL.SOURCE_ID, RESTAURANT_ACCRUAL.BUSINESS_DATE))
                        .union(select(PAYOUT.ITEM_ID)
                                .from(PAYOUT)
                                .join(COURIER_EARNING)
                                .on(isPaidToCourier())
                                .where(PAYOUT.PARTY_KIND.eq(COURIER))
                                .and(scope.holds(COURIER_EARNING.SOURCE_ID, COURIER_EARNING.BUSINESS_DATE)))));
    }

    private static Condition isPaidToRestaurant() {
        return RESTAURANT_ACCRUAL
                .RESTAURANT_ID
                .eq(PAYOUT.PARTY_ID)
                .and(RESTAURANT_ACCRUAL.CURRENCY.eq(PAYOUT.CURRENCY))
                .and(isInPeriod(RESTAURANT_ACCRUAL.BUSINESS_DATE));
    }

    private static Condition isPaidToCourier() {
        return COURIER_EARNING
                .COURIER_ID
                .eq(PAYOUT.PARTY_ID)
                .and(COURIER_EARNING.CURRENCY.eq(PAYOUT.CURRENCY))
                .and(isInPeriod(COURIER_EARNING.BUSINESS_DATE));
    }

    private static Condition isInPeriod(Field<LocalDate> accruedOn) {
        return accruedOn.ge(PAYOUT.PERIOD_START).and(accruedOn.lt(PAYOUT.PERIOD_END));
    }

    /** The contract that is in force on the line's date, where there is one. */
    private void checkFees(LawScope scope) {
        var inForce = FEE_CONTRACT.as("in_force");
        Field<LocalDate> latest = field(select(max(inForce.VALID_FROM))
                .from(inForce)
                .where(inForce.PSP.eq(LINE.PSP))
                .and(inForce.CURRENCY.eq(LINE.CURRENCY))
                .and(inForce.VALID_FROM.le(LINE.BUSINESS_DATE)));
        Table<?> contracted = LINE.join(FEE_CONTRACT)
                .on(FEE_CONTRACT.PSP.eq(LINE.PSP))
                .and(FEE_CONTRACT.CURRENCY.eq(LINE.CURRENCY))
                .and(FEE_CONTRACT.VALID_FROM.eq(latest));
        // A fee that is kept in another currency is none of the contract's.
        Condition sold = LINE.KIND
                .eq("SALE")
                .and(coalesce(LINE.NET_CURRENCY, LINE.CURRENCY).eq(LINE.CURRENCY))
                .and(scope.holds(LINE.SOURCE_ID, LINE.BUSINESS_DATE));
        report(
                Law.FEE_CONTRACT,
                new Facts(
                        contracted,
                        LINE.SOURCE_ID,
                        References.ofRecord(SOURCE.PATH, LINE.POSITION, LINE.PART),
                        LINE.CURRENCY,
                        sold,
                        LINE.PSP),
                Routines.rounded(LINE.AMOUNT.mul(FEE_CONTRACT.RATE).plus(FEE_CONTRACT.FIXED), LINE.CURRENCY),
                coalesce(LINE.FEE, BigDecimal.ZERO));
    }

    /**
     * What a law is checked on: each fact under its reference, with the source that says whose it is.
     *
     * @param psp the provider that a breach is to be settled with; null where it is not one
     */
    private record Facts(
            Table<?> table,
            Field<Long> sourceId,
            Field<String> ref,
            Field<String> currency,
            Condition seen,
            Field<String> psp) {

        Facts(Table<?> table, Field<Long> sourceId, Field<String> ref, Field<String> currency, Condition seen) {
            this(table, sourceId, ref, currency, seen, inline((String) null));
        }
    }

    private void report(Law law, Facts facts, Field<BigDecimal> expected, Field<BigDecimal> actual) {
        SelectConnectByStep<?> breaches = select(
                        inline(law.name()),
                        facts.ref(),
                        inline(businessDate),
                        expected,
                        actual,
                        facts.currency(),
                        SOURCE.LEGAL_ENTITY_ID,
                        facts.psp())
                .from(facts.table())
                .join(SOURCE)
                .on(SOURCE.SOURCE_ID.eq(facts.sourceId()))
                .where(facts.seen())
                .and(expected.ne(actual));
        sql.insertInto(FINDING)
                .columns(List.of(
                        FINDING.LAW,
                        FINDING.REF,
                        FINDING.BUSINESS_DATE,
                        FINDING.EXPECTED,
                        FINDING.ACTUAL,
                        FINDING.CURRENCY,
                        FINDING.LEGAL_ENTITY_ID,
                        FINDING.PSP))
                .select(breaches)
                .onConflictDoNothing()
                .execute();
    }

    private void remember(List<Long> sources) {
        var ids = unnest(sources.toArray(Long[]::new)).as("source", "id");
        sql.insertInto(
                        CONSIDERED_SOURCE,
                        CONSIDERED_SOURCE.DEFINITION_ID,
                        CONSIDERED_SOURCE.SOURCE_ID,
                        CONSIDERED_SOURCE.BUSINESS_DATE)
                .select(select(inline(DEFINITION), column(ids, "id", Long.class), inline(businessDate))
                        .from(ids))
                .execute();
    }
}
