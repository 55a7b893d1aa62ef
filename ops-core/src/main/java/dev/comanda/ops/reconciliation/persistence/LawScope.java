package dev.comanda.ops.reconciliation.persistence;

import static dev.comanda.sql.ingest.Tables.SOURCE;
import static dev.comanda.sql.marketplace.Tables.FOOD_ORDER;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import dev.comanda.ops.marketplace.BusinessDate;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * Which facts a run checks: those of new sources, and those that earlier runs read and that only now are not in the future any
 * more. What was outstanding when the platform took over was no event: no law is about it.
 *
 * @param sources those that no run has checked yet
 * @param previous the date of the run before this one; null for the first
 */
record LawScope(List<Long> sources, @Nullable LocalDate previous, LocalDate businessDate) {

    Condition holds(Field<Long> sourceId, Field<LocalDate> date) {
        Condition fresh = Candidates.isOf(sources, sourceId);
        if (previous != null) {
            fresh = fresh.or(date.gt(previous));
        }
        return reaches(sourceId, date).and(fresh);
    }

    /** New or not. */
    Condition reaches(Field<Long> sourceId, Field<LocalDate> date) {
        return date.le(businessDate).and(isOfThisPlatform(sourceId));
    }

    /** What a placement says is judged by the day of the placement, however the order goes on. */
    Condition holdsPlacements() {
        Condition fresh = Candidates.isOf(sources, FOOD_ORDER.SOURCE_ID);
        if (previous != null) {
            fresh = fresh.or(FOOD_ORDER.PLACED_AT.ge(endOf(previous)));
        }
        return FOOD_ORDER
                .PLACED_VERSION
                .gt(0)
                .and(FOOD_ORDER.PLACED_AT.lt(endOf(businessDate)))
                .and(fresh)
                .and(isOfThisPlatform(FOOD_ORDER.SOURCE_ID));
    }

    private static Field<OffsetDateTime> endOf(LocalDate date) {
        return inline(BusinessDate.startOf(date.plusDays(1)).atOffset(ZoneOffset.UTC));
    }

    private static Condition isOfThisPlatform(Field<Long> sourceId) {
        return sourceId.in(select(SOURCE.SOURCE_ID).from(SOURCE).where(Candidates.OF_THIS_PLATFORM));
    }
}
