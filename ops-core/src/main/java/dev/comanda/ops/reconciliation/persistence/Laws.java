package dev.comanda.ops.reconciliation.persistence;

import static dev.comanda.ops.reconciliation.persistence.Columns.column;
import static dev.comanda.sql.ingest.Tables.SOURCE;
import static dev.comanda.sql.marketplace.Tables.COURIER_EARNING;
import static dev.comanda.sql.marketplace.Tables.FOOD_ORDER;
import static dev.comanda.sql.marketplace.Tables.PAYOUT;
import static dev.comanda.sql.marketplace.Tables.RESTAURANT_ACCRUAL;
import static dev.comanda.sql.marketplace.Tables.SUPERSEDED_ORDER;
import static dev.comanda.sql.psp.Tables.FEE_CONTRACT;
import static dev.comanda.sql.psp.Tables.LINE;
import static dev.comanda.sql.reconciliation.Tables.CHECKED_DATE;
import static dev.comanda.sql.reconciliation.Tables.CONSIDERED_SOURCE;
import static dev.comanda.sql.reconciliation.Tables.FINDING;
import static dev.comanda.sql.reconciliation.Tables.GROUP_MEMBER;
import static dev.comanda.sql.reconciliation.Tables.MATCH_GROUP;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.or;
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
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.Select;
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
        UUID contracts = contracts();
        if (isChecked(contracts)) {
            return Outcome.UNCHANGED;
        }
        takeBack();
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
        sql.insertInto(CHECKED_DATE, CHECKED_DATE.BUSINESS_DATE, CHECKED_DATE.CONTRACTS)
                .values(businessDate, contracts)
                .execute();
        return Outcome.PUBLISHED;
    }

    /** The contracts with providers, as a digest; all other laws stand in the code. */
    private UUID contracts() {
        return Objects.requireNonNull(sql.resultQuery(
                        "select md5(coalesce(string_agg(c::text, '|' order by c.psp, c.currency, c.valid_from), ''))::uuid"
                                + " from psp.fee_contract c")
                .fetchOne(0, UUID.class));
    }

    /** Whether the date was checked by the same contracts, and nothing came since. */
    private boolean isChecked(UUID contracts) {
        return sql.fetchExists(
                        CHECKED_DATE, CHECKED_DATE.BUSINESS_DATE.eq(businessDate), CHECKED_DATE.CONTRACTS.eq(contracts))
                && Candidates.unconsidered(sql, DEFINITION, Candidates.OF_THIS_PLATFORM)
                        .isEmpty();
    }

    /** What an earlier run for this date found; it is found again, and perhaps more with it. */
    private void takeBack() {
        sql.deleteFrom(FINDING).where(FINDING.BUSINESS_DATE.eq(businessDate)).execute();
        sql.deleteFrom(CONSIDERED_SOURCE)
                .where(CONSIDERED_SOURCE.DEFINITION_ID.eq(DEFINITION))
                .and(CONSIDERED_SOURCE.BUSINESS_DATE.eq(businessDate))
                .execute();
        sql.deleteFrom(CHECKED_DATE)
                .where(CHECKED_DATE.BUSINESS_DATE.eq(businessDate))
                .execute();
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
        report(
                placed,
                new Rule(Law.ORDER_TOTAL, total, FOOD_ORDER.TOTAL),
                new Rule(Law.ORDER_ITEMS, FOOD_ORDER.LINES_TOTAL, FOOD_ORDER.ITEMS_TOTAL));
        Field<BigDecimal> due = when(FOOD_ORDER.OUTCOME.eq("CANCELLED"), inline(BigDecimal.ZERO))
                .otherwise(FOOD_ORDER.TOTAL);
        Table<?> matched = FOOD_ORDER
                .join(GROUP_MEMBER)
                .on(GROUP_MEMBER.ROLE_ID.eq(ItemRole.ORDER.id()).and(GROUP_MEMBER.ITEM_ID.eq(FOOD_ORDER.ITEM_ID)))
                .join(MATCH_GROUP)
                .on(MATCH_GROUP.GROUP_ID.eq(GROUP_MEMBER.GROUP_ID));
        // What an order owed when it was matched is kept when it changes: any other stands as it was matched.
        Condition changed = FOOD_ORDER
                .PLACED_VERSION
                .gt(0)
                .and(scope.holds(FOOD_ORDER.SOURCE_ID, FOOD_ORDER.BUSINESS_DATE))
                .and(FOOD_ORDER.ITEM_ID.in(select(SUPERSEDED_ORDER.ITEM_ID).from(SUPERSEDED_ORDER)));
        report(
                new Facts(matched, FOOD_ORDER.SOURCE_ID, FOOD_ORDER.ORDER_ID, FOOD_ORDER.CURRENCY, changed),
                new Rule(Law.ORDER_CHANGED, MATCH_GROUP.LEFT_AMOUNT, Routines.rounded(due, FOOD_ORDER.CURRENCY)));
    }

    private void checkRestaurantAccruals(LawScope scope) {
        Facts accrued = new Facts(
                RESTAURANT_ACCRUAL,
                RESTAURANT_ACCRUAL.SOURCE_ID,
                RESTAURANT_ACCRUAL.ACCRUAL_ID,
                RESTAURANT_ACCRUAL.CURRENCY,
                scope.holds(RESTAURANT_ACCRUAL.SOURCE_ID, RESTAURANT_ACCRUAL.BUSINESS_DATE));
        Field<BigDecimal> commission = Routines.roundHalfEven(
                RESTAURANT_ACCRUAL.BASE.mul(RESTAURANT_ACCRUAL.COMMISSION_RATE), inline(COMMISSION_DECIMALS));
        Field<BigDecimal> net = RESTAURANT_ACCRUAL
                .BASE
                .minus(RESTAURANT_ACCRUAL.COMMISSION)
                .minus(RESTAURANT_ACCRUAL.PAYMENT_FEE)
                .plus(RESTAURANT_ACCRUAL.ADJUSTMENTS);
        report(
                accrued,
                new Rule(Law.COMMISSION, commission, RESTAURANT_ACCRUAL.COMMISSION),
                new Rule(Law.RESTAURANT_NET, net, RESTAURANT_ACCRUAL.NET));
    }

    private void checkCourierEarnings(LawScope scope) {
        Facts earned = new Facts(
                COURIER_EARNING,
                COURIER_EARNING.SOURCE_ID,
                COURIER_EARNING.EARNING_ID,
                COURIER_EARNING.CURRENCY,
                scope.holds(COURIER_EARNING.SOURCE_ID, COURIER_EARNING.BUSINESS_DATE));
        Field<BigDecimal> total = COURIER_EARNING
                .BASE
                .plus(COURIER_EARNING.DISTANCE)
                .plus(COURIER_EARNING.TIP)
                .plus(COURIER_EARNING.INCENTIVE);
        report(earned, new Rule(Law.COURIER_TOTAL, total, COURIER_EARNING.TOTAL));
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
                new Facts(PAYOUT, PAYOUT.SOURCE_ID, PAYOUT.PAYOUT_ID, PAYOUT.CURRENCY, paid),
                new Rule(
                        Law.PAYOUT_SUM,
                        when(PAYOUT.PARTY_KIND.eq(RESTAURANT), accruedByRestaurant)
                                .otherwise(accruedByCourier),
                        PAYOUT.AMOUNT.plus(PAYOUT.RESIDUAL)));
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
        Field<BigDecimal> agreed =
                Routines.rounded(LINE.AMOUNT.mul(FEE_CONTRACT.RATE).plus(FEE_CONTRACT.FIXED), LINE.CURRENCY);
        report(
                new Facts(
                        contracted,
                        LINE.SOURCE_ID,
                        References.ofRecord(SOURCE.PATH, LINE.POSITION, LINE.PART),
                        LINE.CURRENCY,
                        sold,
                        LINE.PSP),
                new Rule(Law.FEE_CONTRACT, agreed, coalesce(LINE.FEE, BigDecimal.ZERO)));
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

    /** What a law says that an amount should be, and what it is. */
    private record Rule(Law law, Field<BigDecimal> expected, Field<BigDecimal> actual) {}

    /** Reads the facts once, whatever the laws: hardly any breaks one, and what it comes to is worked out for those. */
    private void report(Facts facts, Rule... rules) {
        Table<?> rule = Arrays.stream(rules)
                .<Select<Record3<String, BigDecimal, BigDecimal>>>map(each -> select(
                        inline(each.law().name()).as("law"),
                        each.expected().as("expected"),
                        each.actual().as("actual")))
                .reduce(Select::unionAll)
                .orElseThrow()
                .asTable("rule");
        Field<BigDecimal> expected = column(rule, "expected", BigDecimal.class);
        Field<BigDecimal> actual = column(rule, "actual", BigDecimal.class);
        Condition isBroken = or(Arrays.stream(rules)
                .map(each -> each.expected().ne(each.actual()))
                .toList());
        SelectConnectByStep<?> breaches = select(
                        column(rule, "law", String.class),
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
                .crossJoin(lateral(rule))
                .where(facts.seen())
                .and(isBroken)
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
