package dev.comanda.ops.reconciliation.persistence;

import static dev.comanda.ops.reconciliation.persistence.Columns.column;
import static dev.comanda.ops.reconciliation.persistence.SqlMoney.rounded;
import static dev.comanda.sql.work.Tables.BUNDLE;
import static dev.comanda.sql.work.Tables.FOUND_BREAK;
import static dev.comanda.sql.work.Tables.LEFT_ITEM;
import static dev.comanda.sql.work.Tables.RIGHT_ITEM;
import static dev.comanda.sql.work.Tables.STANDING;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import dev.comanda.ops.reconciliation.BreakType;
import dev.comanda.ops.reconciliation.ItemKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;

/** Records how items stand that no match rule took, and takes them off the work tables. */
final class Standings {

    static final String FUTURE = "FUTURE";
    static final String IN_TRANSIT = "IN_TRANSIT";
    static final String BREAK = "BREAK";
    static final String NOT_OURS = "NOT_OURS";

    private final DSLContext sql;

    Standings(DSLContext sql) {
        this.sql = sql;
    }

    /** What stands in bundles is a break, one per bundle. */
    void bundledAre(BreakType type) {
        sql.insertInto(FOUND_BREAK)
                .columns(List.of(
                        FOUND_BREAK.FOUND_ID,
                        FOUND_BREAK.DEFINITION_ID,
                        FOUND_BREAK.TYPE,
                        FOUND_BREAK.CURRENCY,
                        FOUND_BREAK.LEFT_AMOUNT,
                        FOUND_BREAK.RIGHT_AMOUNT,
                        FOUND_BREAK.LEGAL_ENTITY_ID))
                .select(breaksOf(type))
                .execute();
        bundledStandAs(BREAK, BUNDLE.BUNDLE_ID);
    }

    void bundledAreInTransit() {
        bundledStandAs(IN_TRANSIT, inline((Long) null));
    }

    private void bundledStandAs(String status, Field<Long> foundId) {
        sql.insertInto(STANDING)
                .select(select(
                                BUNDLE.ROLE_ID,
                                BUNDLE.ITEM_ID,
                                BUNDLE.DEFINITION_ID,
                                BUNDLE.SIDE,
                                inline(status),
                                foundId)
                        .from(BUNDLE))
                .execute();
        Groups.removeBundled(sql);
    }

    /**
     * The right amount of a break counts the rights in the left's currency, or all where none is; where a bank's debit and
     * its answer tell of the same payment, the money counts once, by the debit.
     */
    private static Select<? extends Record> breaksOf(BreakType type) {
        Table<?> lefts = select(
                        BUNDLE.BUNDLE_ID.as("bundle_id"),
                        max(LEFT_ITEM.CURRENCY).as("currency"),
                        sum(LEFT_ITEM.AMOUNT).as("amount"),
                        max(LEFT_ITEM.LEGAL_ENTITY_ID).as("legal_entity_id"))
                .from(BUNDLE)
                .join(LEFT_ITEM)
                .on(LEFT_ITEM.ROLE_ID.eq(BUNDLE.ROLE_ID).and(LEFT_ITEM.ITEM_ID.eq(BUNDLE.ITEM_ID)))
                .groupBy(BUNDLE.BUNDLE_ID)
                .asTable("lefts");
        Field<String> leftCurrency = column(lefts, "currency", String.class);
        Table<?> rights = select(
                        BUNDLE.BUNDLE_ID.as("bundle_id"),
                        RIGHT_ITEM.CURRENCY.as("currency"),
                        RIGHT_ITEM.AMOUNT.as("amount"),
                        RIGHT_ITEM.ROLE_ID.as("role_id"),
                        RIGHT_ITEM.LEGAL_ENTITY_ID.as("legal_entity_id"),
                        min(RIGHT_ITEM.ROLE_ID)
                                .over()
                                .partitionBy(BUNDLE.BUNDLE_ID)
                                .as("counted_role"))
                .from(BUNDLE)
                .join(RIGHT_ITEM)
                .on(RIGHT_ITEM.ROLE_ID.eq(BUNDLE.ROLE_ID).and(RIGHT_ITEM.ITEM_ID.eq(BUNDLE.ITEM_ID)))
                .asTable("rights");
        Field<String> rightCurrency = column(rights, "currency", String.class);
        Field<BigDecimal> rightAmount = column(rights, "amount", BigDecimal.class);
        Condition countsOnce = column(rights, "role_id", Short.class).eq(column(rights, "counted_role", Short.class));
        Field<BigDecimal> counted = coalesce(
                sum(rightAmount).filterWhere(countsOnce.and(rightCurrency.eq(leftCurrency))),
                sum(rightAmount).filterWhere(countsOnce));
        Table<?> bundles = select(BUNDLE.BUNDLE_ID, BUNDLE.DEFINITION_ID)
                .distinctOn(BUNDLE.BUNDLE_ID)
                .from(BUNDLE)
                .asTable("bundles");
        Field<Long> id = column(bundles, BUNDLE.BUNDLE_ID);
        Field<Short> definition = column(bundles, BUNDLE.DEFINITION_ID);
        Field<String> currency = coalesce(max(leftCurrency), max(rightCurrency));
        return select(
                        id,
                        definition,
                        inline(type.name()),
                        currency,
                        rounded(max(column(lefts, "amount", BigDecimal.class)), currency),
                        rounded(counted, currency),
                        coalesce(
                                max(column(lefts, "legal_entity_id", Short.class)),
                                max(column(rights, "legal_entity_id", Short.class))))
                .from(bundles)
                .leftJoin(lefts)
                .on(column(lefts, "bundle_id", Long.class).eq(id))
                .leftJoin(rights)
                .on(column(rights, "bundle_id", Long.class).eq(id))
                .groupBy(id, definition);
    }

    /** Items after the run's date wait, uncounted, for a later run. */
    void setAsideAfter(LocalDate businessDate) {
        for (ItemTable side : List.of(ItemTable.left(), ItemTable.right())) {
            moveToStanding(side, FUTURE, side.businessDate().gt(businessDate));
        }
    }

    /** What is left of shared accounts is other business. */
    void setAsideOtherBusiness() {
        ItemTable right = ItemTable.right();
        moveToStanding(right, NOT_OURS, right.isOfKind(Set.of(ItemKind.SHARED_ENTRY)));
    }

    void restIsInTransit() {
        for (ItemTable side : List.of(ItemTable.left(), ItemTable.right())) {
            moveToStanding(side, IN_TRANSIT, noCondition());
        }
    }

    private void moveToStanding(ItemTable side, String status, Condition condition) {
        sql.insertInto(STANDING)
                .select(select(
                                side.role(),
                                side.item(),
                                side.definition(),
                                inline(side.isLeft() ? "left" : "right"),
                                inline(status),
                                inline((Long) null))
                        .from(side.table())
                        .where(condition))
                .execute();
        sql.deleteFrom(side.table()).where(condition).execute();
    }
}
