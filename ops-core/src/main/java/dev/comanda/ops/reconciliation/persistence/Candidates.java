package dev.comanda.ops.reconciliation.persistence;

import static dev.comanda.sql.ingest.Tables.SOURCE;
import static dev.comanda.sql.reconciliation.Tables.CONSIDERED_SOURCE;
import static dev.comanda.sql.reconciliation.Tables.GROUP_MEMBER;
import static dev.comanda.sql.reconciliation.Tables.OPEN_ITEM;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import dev.comanda.ops.reconciliation.ItemRole;
import dev.comanda.ops.reconciliation.ReconciliationSpec;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;

/**
 * Which facts stand to be matched: those of taken sources that this reconciliation has not considered yet, and those that were
 * left open before. A night's work is in proportion to these, not to all that was ever read.
 */
final class Candidates {

    /** What was read here, not taken over from before; for reconciliations and laws to which nothing can be outstanding. */
    static final Condition OF_THIS_PLATFORM = SOURCE.KIND.ne("outstanding");

    private final DSLContext sql;
    private final List<Long> newSources;

    private Candidates(DSLContext sql, List<Long> newSources) {
        this.sql = sql;
        this.newSources = newSources;
    }

    /** The taken sources that the spec has not considered yet, as this transaction sees them. */
    static Candidates of(ReconciliationSpec spec, DSLContext sql) {
        Condition ofItsKind = spec.leftRole().mayBeOutstanding() ? noCondition() : OF_THIS_PLATFORM;
        return new Candidates(sql, unconsidered(sql, spec.lead().id(), ofItsKind));
    }

    static List<Long> unconsidered(DSLContext sql, short definitionId, Condition ofItsKind) {
        return sql.select(SOURCE.SOURCE_ID)
                .from(SOURCE)
                .where(TakenSources.isTaken(SOURCE.SOURCE_ID))
                .and(ofItsKind)
                .and(notExists(selectOne()
                        .from(CONSIDERED_SOURCE)
                        .where(CONSIDERED_SOURCE.DEFINITION_ID.eq(definitionId))
                        .and(CONSIDERED_SOURCE.SOURCE_ID.eq(SOURCE.SOURCE_ID))))
                .orderBy(SOURCE.SOURCE_ID)
                .fetch(SOURCE.SOURCE_ID);
    }

    List<Long> newSources() {
        return newSources;
    }

    /**
     * Facts of new sources; the bounds let the block-range indexes skip what earlier nights loaded. The numbers stand in the statement: an
     * array that is a parameter would be read anew from its text for each fact.
     */
    static Condition isOf(List<Long> sources, Field<Long> sourceId) {
        if (sources.isEmpty()) {
            return DSL.falseCondition();
        }
        Long[] ids = sources.toArray(Long[]::new);
        return sourceId.between(ids[0], ids[ids.length - 1]).and(sourceId.eq(DSL.any(inline(ids))));
    }

    Condition isNew(Field<Long> sourceId) {
        return isOf(newSources, sourceId);
    }

    /** A fact that can change (an order) may be of a new source and have been matched or left open before. */
    Condition isNewAndUnknown(Field<Long> sourceId, Field<Long> itemId, ItemRole role) {
        return isNew(sourceId)
                .and(notExists(selectOne()
                        .from(GROUP_MEMBER)
                        .where(GROUP_MEMBER.ROLE_ID.eq(role.id()))
                        .and(GROUP_MEMBER.ITEM_ID.eq(itemId))))
                .and(itemId.notIn(open(role)));
    }

    Condition isLeftOpen(Field<Long> itemId, ItemRole role) {
        return itemId.in(open(role));
    }

    /** The candidates among facts that never change: those of new sources, and those left open before. */
    List<Select<? extends Record>> ofFixedFacts(
            ItemRole role,
            Field<Long> sourceId,
            Field<Long> itemId,
            Function<Condition, Select<? extends Record>> items) {
        return List.of(
                items.apply(isNew(sourceId)),
                items.apply(DSL.not(isNew(sourceId)).and(isLeftOpen(itemId, role))));
    }

    private static Select<Record1<Long>> open(ItemRole role) {
        return select(OPEN_ITEM.ITEM_ID)
                .from(OPEN_ITEM)
                .where(OPEN_ITEM.ROLE_ID.eq(role.id()))
                .and(OPEN_ITEM.TO_DATE.isNull());
    }

    DSLContext sql() {
        return sql;
    }
}
