package dev.comanda.ops.reconciliation.persistence;

import static dev.comanda.ops.reconciliation.persistence.RoleItems.NO_SCOPE;
import static dev.comanda.ops.reconciliation.persistence.RoleItems.kind;
import static dev.comanda.ops.reconciliation.persistence.TakenSources.isTaken;
import static dev.comanda.sql.ingest.Tables.SOURCE;
import static dev.comanda.sql.marketplace.Tables.FOOD_ORDER;
import static dev.comanda.sql.marketplace.Tables.SUPERSEDED_ORDER;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.not;
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
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.Table;

/**
 * Orders as items. An order is the one fact that changes: it counts as the taken sources leave it, as it does for the ledger, and
 * what a source that was not taken says of it counts from the next night on.
 */
final class OrderItems {

    private static final Field<Long> NO_POSITION = inline(0L);
    private static final Field<Integer> NO_PART = inline(0);
    private static final Field<String> NO_TEXT = inline((String) null);
    private static final Field<BigDecimal> NO_AMOUNT = inline((BigDecimal) null);
    private static final Field<LocalDate> NO_DATE = inline((LocalDate) null);

    /** What an order says: now, or before a source changed it that was not taken. */
    private record Version(
            Table<?> orders,
            Field<Long> sourceId,
            Field<String> outcome,
            Field<LocalDate> finishedOn,
            Field<String> currency,
            Field<BigDecimal> total) {}

    private static final Version LAST = new Version(
            FOOD_ORDER,
            FOOD_ORDER.SOURCE_ID,
            FOOD_ORDER.OUTCOME,
            FOOD_ORDER.BUSINESS_DATE,
            FOOD_ORDER.CURRENCY,
            FOOD_ORDER.TOTAL);

    private static final Version AT_THE_CUT = new Version(
            FOOD_ORDER.join(SUPERSEDED_ORDER).on(stoodAtTheCut()),
            SUPERSEDED_ORDER.SOURCE_ID,
            SUPERSEDED_ORDER.OUTCOME,
            SUPERSEDED_ORDER.BUSINESS_DATE,
            SUPERSEDED_ORDER.CURRENCY,
            SUPERSEDED_ORDER.TOTAL);

    private final Candidates candidates;
    private final Field<Short> definition;
    private final Lags lags;

    OrderItems(Candidates candidates, Reconciliation lead, Lags lags) {
        this.candidates = candidates;
        this.definition = inline(lead.id());
        this.lags = lags;
    }

    /** Joins an order with what it said at the cut, where it says something else by now. */
    static Condition stoodAtTheCut() {
        return SUPERSEDED_ORDER.ITEM_ID.eq(FOOD_ORDER.ITEM_ID).and(isOfTheCut());
    }

    private static Condition isOfTheCut() {
        return isTaken(SUPERSEDED_ORDER.SOURCE_ID).and(not(isTaken(SUPERSEDED_ORDER.SUPERSEDED_BY)));
    }

    /** The date of the outcome that was known at the cut; of orders joined by {@link #stoodAtTheCut}. */
    static Field<LocalDate> finishedOn() {
        return when(isTaken(FOOD_ORDER.SOURCE_ID), FOOD_ORDER.BUSINESS_DATE).otherwise(SUPERSEDED_ORDER.BUSINESS_DATE);
    }

    /**
     * Orders that were completed or cancelled; a cancelled one owes nothing. One that was completed before the platform took over
     * (version 0) was paid for before, too, and is none.
     */
    List<Select<? extends Record>> orders() {
        return asTheyStood(ItemRole.ORDER, version -> select(
                        inline(ItemRole.ORDER.id()),
                        FOOD_ORDER.ITEM_ID,
                        definition,
                        version.outcome(),
                        NO_SCOPE,
                        FOOD_ORDER.ORDER_ID,
                        NO_TEXT,
                        version.currency(),
                        when(version.outcome().eq("CANCELLED"), inline(BigDecimal.ZERO))
                                .otherwise(version.total()),
                        version.finishedOn(),
                        version.finishedOn(),
                        NO_DATE,
                        FOOD_ORDER.ORDER_ID,
                        NO_POSITION,
                        NO_PART,
                        SOURCE.LEGAL_ENTITY_ID)
                .from(version.orders())
                .join(SOURCE)
                .on(SOURCE.SOURCE_ID.eq(version.sourceId()))
                .where(FOOD_ORDER.PLACED_VERSION.gt(0).and(version.outcome().isNotNull())));
    }

    List<Select<? extends Record>> completedOrders() {
        return asTheyStood(ItemRole.COMPLETED_ORDER, version -> {
            BankDays.Day due = BankDays.after(version.finishedOn(), inline(lags.accrual()));
            return select(
                            inline(ItemRole.COMPLETED_ORDER.id()),
                            FOOD_ORDER.ITEM_ID,
                            definition,
                            kind(ItemKind.PLAIN),
                            NO_SCOPE,
                            FOOD_ORDER.ORDER_ID,
                            NO_TEXT,
                            NO_TEXT,
                            NO_AMOUNT,
                            version.finishedOn(),
                            due.date(),
                            NO_DATE,
                            FOOD_ORDER.ORDER_ID,
                            NO_POSITION,
                            NO_PART,
                            SOURCE.LEGAL_ENTITY_ID)
                    .from(version.orders())
                    .join(SOURCE)
                    .on(SOURCE.SOURCE_ID.eq(version.sourceId()))
                    .leftJoin(due.table())
                    .on(trueCondition())
                    .where(FOOD_ORDER
                            .PLACED_VERSION
                            .isNotNull()
                            .and(version.outcome().eq("COMPLETED")));
        });
    }

    private List<Select<? extends Record>> asTheyStood(
            ItemRole role, Function<Version, SelectConditionStep<? extends Record>> items) {
        Condition leftOpen = candidates.isLeftOpen(FOOD_ORDER.ITEM_ID, role);
        Condition isSaidOtherwiseByNow = FOOD_ORDER.ITEM_ID.in(
                select(SUPERSEDED_ORDER.ITEM_ID).from(SUPERSEDED_ORDER).where(isOfTheCut()));
        return List.of(
                items.apply(LAST).and(candidates.isNewAndUnknown(LAST.sourceId(), FOOD_ORDER.ITEM_ID, role)),
                items.apply(LAST).and(leftOpen).and(not(isSaidOtherwiseByNow)),
                items.apply(AT_THE_CUT)
                        .and(candidates
                                .isNewAndUnknown(AT_THE_CUT.sourceId(), FOOD_ORDER.ITEM_ID, role)
                                .or(leftOpen)));
    }
}
