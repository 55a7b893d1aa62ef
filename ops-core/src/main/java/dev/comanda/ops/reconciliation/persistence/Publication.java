package dev.comanda.ops.reconciliation.persistence;

import static dev.comanda.ops.reconciliation.persistence.Columns.column;
import static dev.comanda.sql.reconciliation.Tables.BREAK;
import static dev.comanda.sql.reconciliation.Tables.CONSIDERED_SOURCE;
import static dev.comanda.sql.reconciliation.Tables.OPEN_ITEM;
import static dev.comanda.sql.work.Tables.FOUND_BREAK;
import static dev.comanda.sql.work.Tables.STANDING;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.md5;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.unnest;

import dev.comanda.ops.reconciliation.Reconciliation;
import dev.comanda.ops.reconciliation.ReconciliationSpec;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Turns what a run found into what stands: breaks and open items carry the dates from which and to which they held, so that
 * the export of a date can be written again later, and the latest date can be taken back and run again.
 */
final class Publication {

    private final DSLContext sql;
    private final LocalDate businessDate;
    private final List<Short> definitions;
    private final short lead;

    Publication(DSLContext sql, ReconciliationSpec spec, LocalDate businessDate) {
        this.sql = sql;
        this.businessDate = businessDate;
        this.definitions =
                spec.reconciliations().stream().map(Reconciliation::id).toList();
        this.lead = spec.lead().id();
    }

    /** Keeps breaks that were open and are found again, ends those that are not, and raises the new ones. */
    void publishBreaks() {
        giveDigests();
        sql.update(BREAK)
                .set(BREAK.ENDED_ON, businessDate)
                .where(BREAK.DEFINITION_ID.in(definitions))
                .and(BREAK.ENDED_ON.isNull())
                .and(notExists(selectOne()
                        .from(FOUND_BREAK)
                        .where(FOUND_BREAK.DEFINITION_ID.eq(BREAK.DEFINITION_ID))
                        .and(FOUND_BREAK.DIGEST.eq(BREAK.DIGEST))))
                .execute();
        sql.insertInto(
                        BREAK,
                        BREAK.DEFINITION_ID,
                        BREAK.TYPE,
                        BREAK.RAISED_ON,
                        BREAK.CURRENCY,
                        BREAK.LEFT_AMOUNT,
                        BREAK.RIGHT_AMOUNT,
                        BREAK.ABOUT_SOURCE,
                        BREAK.ABOUT_RECORD,
                        BREAK.DIGEST,
                        BREAK.LEGAL_ENTITY_ID)
                .select(select(
                                FOUND_BREAK.DEFINITION_ID,
                                FOUND_BREAK.TYPE,
                                inline(businessDate),
                                FOUND_BREAK.CURRENCY,
                                FOUND_BREAK.LEFT_AMOUNT,
                                FOUND_BREAK.RIGHT_AMOUNT,
                                FOUND_BREAK.ABOUT_SOURCE,
                                FOUND_BREAK.ABOUT_RECORD,
                                FOUND_BREAK.DIGEST,
                                FOUND_BREAK.LEGAL_ENTITY_ID)
                        .from(FOUND_BREAK)
                        .where(notExists(selectOne().from(BREAK).where(isOpenAs(FOUND_BREAK.DEFINITION_ID)))))
                .execute();
    }

    private static Condition isOpenAs(Field<Short> definition) {
        return BREAK.DEFINITION_ID
                .eq(definition)
                .and(BREAK.DIGEST.eq(FOUND_BREAK.DIGEST))
                .and(BREAK.ENDED_ON.isNull());
    }

    /** What makes a break the same from night to night: its type, its items and its amounts. */
    private void giveDigests() {
        Table<?> members = select(
                        STANDING.FOUND_ID.as("found_id"),
                        DSL.listAgg(
                                        concat(
                                                STANDING.ROLE_ID.cast(String.class),
                                                inline(":"),
                                                STANDING.ITEM_ID.cast(String.class)),
                                        ",")
                                .withinGroupOrderBy(STANDING.ROLE_ID, STANDING.ITEM_ID)
                                .as("items"))
                .from(STANDING)
                .where(STANDING.FOUND_ID.isNotNull())
                .groupBy(STANDING.FOUND_ID)
                .asTable("members");
        Table<?> identified = select(
                        FOUND_BREAK.FOUND_ID.as("found_id"),
                        md5(DSL.field(
                                        "concat_ws('|', {0}, {1}, {2}, {3}, {4}, {5})",
                                        String.class,
                                        FOUND_BREAK.TYPE,
                                        FOUND_BREAK.LEFT_AMOUNT,
                                        FOUND_BREAK.RIGHT_AMOUNT,
                                        FOUND_BREAK.ABOUT_SOURCE,
                                        FOUND_BREAK.ABOUT_RECORD,
                                        column(members, "items", String.class)))
                                .cast(SQLDataType.UUID)
                                .as("digest"))
                .from(FOUND_BREAK)
                .leftJoin(members)
                .on(column(members, "found_id", Long.class).eq(FOUND_BREAK.FOUND_ID))
                .asTable("identified");
        sql.update(FOUND_BREAK)
                .set(FOUND_BREAK.DIGEST, column(identified, "digest", UUID.class))
                .from(identified)
                .where(column(identified, "found_id", Long.class).eq(FOUND_BREAK.FOUND_ID))
                .execute();
        sql.execute("analyze pg_temp.found_break");
    }

    /** Ends how an item stood where it stands otherwise now, and begins how it stands. */
    void publishOpenItems() {
        sql.execute("analyze pg_temp.standing");
        Table<?> published = select(FOUND_BREAK.FOUND_ID.as("found_id"), BREAK.BREAK_ID.as("break_id"))
                .from(FOUND_BREAK)
                .join(BREAK)
                .on(isOpenAs(FOUND_BREAK.DEFINITION_ID))
                .asTable("published");
        Field<Long> publishedBreak = column(published, "break_id", Long.class);
        Condition isOfStanding = column(published, "found_id", Long.class).eq(STANDING.FOUND_ID);
        Condition sameStanding = STANDING.ROLE_ID
                .eq(OPEN_ITEM.ROLE_ID)
                .and(STANDING.ITEM_ID.eq(OPEN_ITEM.ITEM_ID))
                .and(STANDING.DEFINITION_ID.eq(OPEN_ITEM.DEFINITION_ID))
                .and(STANDING.STATUS.eq(OPEN_ITEM.STATUS))
                .and(publishedBreak.isNotDistinctFrom(OPEN_ITEM.BREAK_ID));
        sql.update(OPEN_ITEM)
                .set(OPEN_ITEM.TO_DATE, businessDate)
                .where(OPEN_ITEM.DEFINITION_ID.in(definitions))
                .and(OPEN_ITEM.TO_DATE.isNull())
                .and(notExists(selectOne()
                        .from(STANDING)
                        .leftJoin(published)
                        .on(isOfStanding)
                        .where(sameStanding)))
                .execute();
        sql.insertInto(
                        OPEN_ITEM,
                        OPEN_ITEM.ROLE_ID,
                        OPEN_ITEM.ITEM_ID,
                        OPEN_ITEM.DEFINITION_ID,
                        OPEN_ITEM.STATUS,
                        OPEN_ITEM.BREAK_ID,
                        OPEN_ITEM.FROM_DATE)
                .select(select(
                                STANDING.ROLE_ID,
                                STANDING.ITEM_ID,
                                STANDING.DEFINITION_ID,
                                STANDING.STATUS,
                                publishedBreak,
                                inline(businessDate))
                        .from(STANDING)
                        .leftJoin(published)
                        .on(isOfStanding)
                        .where(notExists(selectOne()
                                .from(OPEN_ITEM)
                                .where(OPEN_ITEM.ROLE_ID.eq(STANDING.ROLE_ID))
                                .and(OPEN_ITEM.ITEM_ID.eq(STANDING.ITEM_ID))
                                .and(OPEN_ITEM.TO_DATE.isNull()))))
                .execute();
    }

    void rememberSources(List<Long> sources) {
        var ids = unnest(sources.toArray(Long[]::new)).as("source", "id");
        sql.insertInto(
                        CONSIDERED_SOURCE,
                        CONSIDERED_SOURCE.DEFINITION_ID,
                        CONSIDERED_SOURCE.SOURCE_ID,
                        CONSIDERED_SOURCE.BUSINESS_DATE)
                .select(select(inline(lead), column(ids, "id", Long.class), inline(businessDate))
                        .from(ids))
                .execute();
    }
}
