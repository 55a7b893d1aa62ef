package dev.comanda.ops.reconciliation.persistence;

import static dev.comanda.ops.reconciliation.persistence.Columns.column;
import static dev.comanda.ops.reconciliation.persistence.SqlMoney.roundedSum;
import static dev.comanda.sql.marketplace.Tables.PAYOUT;
import static dev.comanda.sql.reconciliation.Tables.GROUP_MEMBER;
import static dev.comanda.sql.reconciliation.Tables.MATCH_GROUP;
import static dev.comanda.sql.work.Tables.BUNDLE;
import static dev.comanda.sql.work.Tables.LEFT_ITEM;
import static dev.comanda.sql.work.Tables.PAIR;
import static dev.comanda.sql.work.Tables.RIGHT_ITEM;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import dev.comanda.ops.reconciliation.ItemKind;
import dev.comanda.ops.reconciliation.ItemRole;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;

/** Writes what a rule proposes as match groups, and takes the matched items off the work tables. */
final class Groups {

    private final DSLContext sql;
    private final Field<LocalDate> businessDate;

    Groups(DSLContext sql, LocalDate businessDate) {
        this.sql = sql;
        this.businessDate = inline(businessDate);
    }

    /** The number of groups that the proposed pairs became. */
    int writePairs(String rule) {
        int written = sql.insertInto(
                        MATCH_GROUP,
                        MATCH_GROUP.GROUP_ID,
                        MATCH_GROUP.DEFINITION_ID,
                        MATCH_GROUP.BUSINESS_DATE,
                        MATCH_GROUP.RULE,
                        MATCH_GROUP.CURRENCY,
                        MATCH_GROUP.LEFT_AMOUNT,
                        MATCH_GROUP.RIGHT_AMOUNT,
                        MATCH_GROUP.LEGAL_ENTITY_ID)
                .select(select(
                                PAIR.GROUP_ID,
                                PAIR.DEFINITION_ID,
                                businessDate,
                                inline(rule),
                                PAIR.CURRENCY,
                                PAIR.LEFT_AMOUNT,
                                PAIR.RIGHT_AMOUNT,
                                PAIR.LEGAL_ENTITY_ID)
                        .from(PAIR))
                .execute();
        if (written == 0) {
            return 0;
        }
        addMembers(select(PAIR.LEFT_ROLE, PAIR.LEFT_ITEM, PAIR.GROUP_ID, businessDate)
                .from(PAIR)
                .orderBy(PAIR.LEFT_ITEM));
        addMembers(select(PAIR.RIGHT_ROLE, PAIR.RIGHT_ITEM, PAIR.GROUP_ID, businessDate)
                .from(PAIR)
                .orderBy(PAIR.RIGHT_ITEM));
        WorkItems items = new WorkItems(sql);
        items.remove(
                LEFT_ITEM,
                written,
                PAIR,
                LEFT_ITEM.ROLE_ID.eq(PAIR.LEFT_ROLE).and(LEFT_ITEM.ITEM_ID.eq(PAIR.LEFT_ITEM)));
        items.remove(
                RIGHT_ITEM,
                written,
                PAIR,
                RIGHT_ITEM.ROLE_ID.eq(PAIR.RIGHT_ROLE).and(RIGHT_ITEM.ITEM_ID.eq(PAIR.RIGHT_ITEM)));
        sql.truncate(PAIR).execute();
        return written;
    }

    void writeBundles(String rule) {
        Table<?> amounts = select(
                        BUNDLE.BUNDLE_ID,
                        BUNDLE.DEFINITION_ID,
                        LEFT_ITEM.CURRENCY,
                        LEFT_ITEM.AMOUNT.as("left_amount"),
                        inline((BigDecimal) null).as("right_amount"),
                        LEFT_ITEM.LEGAL_ENTITY_ID)
                .from(BUNDLE)
                .join(LEFT_ITEM)
                .on(LEFT_ITEM.ROLE_ID.eq(BUNDLE.ROLE_ID).and(LEFT_ITEM.ITEM_ID.eq(BUNDLE.ITEM_ID)))
                .unionAll(select(
                                BUNDLE.BUNDLE_ID,
                                BUNDLE.DEFINITION_ID,
                                RIGHT_ITEM.CURRENCY,
                                inline((BigDecimal) null),
                                RIGHT_ITEM.AMOUNT,
                                RIGHT_ITEM.LEGAL_ENTITY_ID)
                        .from(BUNDLE)
                        .join(RIGHT_ITEM)
                        .on(RIGHT_ITEM.ROLE_ID.eq(BUNDLE.ROLE_ID).and(RIGHT_ITEM.ITEM_ID.eq(BUNDLE.ITEM_ID))))
                .asTable("amounts");
        Field<Long> bundle = column(amounts, BUNDLE.BUNDLE_ID);
        Field<Short> definition = column(amounts, BUNDLE.DEFINITION_ID);
        Field<String> currency = column(amounts, LEFT_ITEM.CURRENCY);
        Field<Short> legalEntity = column(amounts, LEFT_ITEM.LEGAL_ENTITY_ID);
        int written = sql.insertInto(
                        MATCH_GROUP,
                        MATCH_GROUP.GROUP_ID,
                        MATCH_GROUP.DEFINITION_ID,
                        MATCH_GROUP.BUSINESS_DATE,
                        MATCH_GROUP.RULE,
                        MATCH_GROUP.CURRENCY,
                        MATCH_GROUP.LEFT_AMOUNT,
                        MATCH_GROUP.RIGHT_AMOUNT,
                        MATCH_GROUP.LEGAL_ENTITY_ID)
                .select(select(
                                bundle,
                                definition,
                                businessDate,
                                inline(rule),
                                max(currency),
                                roundedSum(column(amounts, "left_amount", BigDecimal.class), max(currency)),
                                roundedSum(column(amounts, "right_amount", BigDecimal.class), max(currency)),
                                legalEntity)
                        .from(amounts)
                        .groupBy(bundle, definition, legalEntity))
                .execute();
        if (written > 0) {
            addMembers(select(BUNDLE.ROLE_ID, BUNDLE.ITEM_ID, BUNDLE.BUNDLE_ID, businessDate)
                    .from(BUNDLE));
            removeBundled(sql);
        }
    }

    /** Takes the items that stand in bundles off the work tables, and empties the bundles. */
    static void removeBundled(DSLContext sql) {
        sql.deleteFrom(LEFT_ITEM)
                .using(BUNDLE)
                .where(LEFT_ITEM.ROLE_ID.eq(BUNDLE.ROLE_ID).and(LEFT_ITEM.ITEM_ID.eq(BUNDLE.ITEM_ID)))
                .execute();
        sql.deleteFrom(RIGHT_ITEM)
                .using(BUNDLE)
                .where(RIGHT_ITEM.ROLE_ID.eq(BUNDLE.ROLE_ID).and(RIGHT_ITEM.ITEM_ID.eq(BUNDLE.ITEM_ID)))
                .execute();
        sql.truncate(BUNDLE).execute();
    }

    /** Rights that prove what a payout's group already holds join it; the group's amounts stay, the money counts once. */
    void joinGroupsOf(ItemRole leftRole, Set<ItemKind> rightKinds) {
        sql.execute("analyze reconciliation.match_group, reconciliation.group_member");
        ItemTable r = ItemTable.right();
        var other = GROUP_MEMBER.as("other");
        Table<?> joining = select(
                        r.role().as("role_id"),
                        r.item().as("item_id"),
                        GROUP_MEMBER.GROUP_ID,
                        rowNumber()
                                .over()
                                .partitionBy(GROUP_MEMBER.GROUP_ID, r.role())
                                .orderBy(r.tieOrder())
                                .as("of_group"),
                        rowNumber()
                                .over()
                                .partitionBy(r.role(), r.item())
                                .orderBy(GROUP_MEMBER.GROUP_ID)
                                .as("of_right"))
                .from(r.table())
                .join(PAYOUT)
                .on(PAYOUT.BANK_REFERENCE.eq(r.reference()))
                .join(GROUP_MEMBER)
                .on(GROUP_MEMBER.ROLE_ID.eq(leftRole.id()).and(GROUP_MEMBER.ITEM_ID.eq(PAYOUT.ITEM_ID)))
                .join(MATCH_GROUP)
                .on(MATCH_GROUP.GROUP_ID.eq(GROUP_MEMBER.GROUP_ID))
                .where(r.isOfKind(rightKinds))
                .and(r.amount().eq(MATCH_GROUP.LEFT_AMOUNT))
                .and(r.currency().eq(MATCH_GROUP.CURRENCY))
                .and(r.legalEntity().eq(MATCH_GROUP.LEGAL_ENTITY_ID))
                .and(notExists(selectOne()
                        .from(other)
                        .where(other.GROUP_ID.eq(GROUP_MEMBER.GROUP_ID))
                        .and(other.ROLE_ID.eq(r.role()))))
                .asTable("joining");
        addMembers(select(
                        column(joining, "role_id", Short.class),
                        column(joining, "item_id", Long.class),
                        column(joining, GROUP_MEMBER.GROUP_ID),
                        businessDate)
                .from(joining)
                .where(column(joining, "of_group", Integer.class).eq(1))
                .and(column(joining, "of_right", Integer.class).eq(1)));
        sql.deleteFrom(RIGHT_ITEM)
                .using(GROUP_MEMBER)
                .where(RIGHT_ITEM.ROLE_ID.eq(GROUP_MEMBER.ROLE_ID).and(RIGHT_ITEM.ITEM_ID.eq(GROUP_MEMBER.ITEM_ID)))
                .execute();
    }

    private void addMembers(org.jooq.Select<org.jooq.Record4<Short, Long, Long, LocalDate>> members) {
        sql.insertInto(
                        GROUP_MEMBER,
                        GROUP_MEMBER.ROLE_ID,
                        GROUP_MEMBER.ITEM_ID,
                        GROUP_MEMBER.GROUP_ID,
                        GROUP_MEMBER.JOINED_ON)
                .select(members)
                .execute();
    }
}
