package dev.comanda.ops.reconciliation.persistence;

import static dev.comanda.sql.reconciliation.Tables.BREAK;
import static dev.comanda.sql.reconciliation.Tables.RESOLUTION;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.selectOne;

import java.time.LocalDate;
import org.jooq.Condition;

/**
 * Which breaks a date shows: those open at its end, and those whose case its night closed. One that was resolved before stays a
 * candidate for a later match and is shown no more.
 */
final class ShownBreaks {

    private ShownBreaks() {}

    static Condition on(LocalDate businessDate) {
        return BREAK.RAISED_ON
                .le(businessDate)
                .and(BREAK.ENDED_ON.isNull().or(BREAK.ENDED_ON.gt(businessDate)))
                .and(not(resolvedBefore(businessDate)));
    }

    /** Resolved by the night of an earlier date, and not reopened up to this one. */
    static Condition resolvedBefore(LocalDate businessDate) {
        return exists(selectOne()
                .from(RESOLUTION)
                .where(RESOLUTION.BREAK_ID.eq(BREAK.BREAK_ID))
                .and(RESOLUTION.RESOLVED_ON.lt(businessDate))
                .and(RESOLUTION.REOPENED_ON.isNull().or(RESOLUTION.REOPENED_ON.gt(businessDate))));
    }
}
