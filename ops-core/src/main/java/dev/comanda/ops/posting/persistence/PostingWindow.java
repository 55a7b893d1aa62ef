package dev.comanda.ops.posting.persistence;

import static dev.comanda.sql.reconciliation.Tables.TAKEN_SOURCE;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * What falls to a posted date: what came or happened after the date that was posted before it.
 *
 * @param previous a date before all others where none was posted before
 * @param newSources those taken in the window, by their number
 */
record PostingWindow(LocalDate businessDate, LocalDate previous, List<Long> newSources) {

    static final LocalDate BEFORE_ALL = LocalDate.of(1, 1, 1);
    static final LocalDate AFTER_ALL = LocalDate.of(9999, 12, 31);

    static PostingWindow of(DSLContext sql, LocalDate businessDate, LocalDate previous) {
        return new PostingWindow(
                businessDate,
                previous,
                sql.select(TAKEN_SOURCE.SOURCE_ID)
                        .from(TAKEN_SOURCE)
                        .where(TAKEN_SOURCE.BUSINESS_DATE.gt(previous))
                        .and(TAKEN_SOURCE.BUSINESS_DATE.le(businessDate))
                        .orderBy(TAKEN_SOURCE.SOURCE_ID)
                        .fetch(TAKEN_SOURCE.SOURCE_ID));
    }

    /** A fact falls to the first posted date that is neither before it nor before its source was taken. */
    Condition holds(Field<Long> sourceId, Field<LocalDate> date) {
        Condition waited = date.gt(inline(previous)).and(takenBefore(sourceId));
        return date.le(inline(businessDate)).and(isNew(sourceId).or(waited));
    }

    /**
     * The bounds let the block-range indexes skip what was loaded before. The numbers stand in the statement: an array that is a parameter
     * would be read anew from its text for each fact.
     */
    Condition isNew(Field<Long> sourceId) {
        if (newSources.isEmpty()) {
            return falseCondition();
        }
        Long[] ids = newSources.toArray(Long[]::new);
        return sourceId.between(ids[0], ids[ids.length - 1]).and(sourceId.eq(DSL.any(inline(ids))));
    }

    Condition takenBefore(Field<Long> sourceId) {
        return takenUpTo(sourceId, previous);
    }

    Condition taken(Field<Long> sourceId) {
        return takenUpTo(sourceId, businessDate);
    }

    private static Condition takenUpTo(Field<Long> sourceId, LocalDate date) {
        return sourceId.in(
                select(TAKEN_SOURCE.SOURCE_ID).from(TAKEN_SOURCE).where(TAKEN_SOURCE.BUSINESS_DATE.le(date)));
    }

    Field<LocalDate> date() {
        return inline(businessDate);
    }

    Field<LocalDate> after() {
        return inline(previous);
    }
}
