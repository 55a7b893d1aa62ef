package dev.comanda.ops.reconciliation.persistence;

import static dev.comanda.sql.ingest.Tables.SOURCE;
import static dev.comanda.sql.reconciliation.Tables.TAKEN_SOURCE;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/** The cut of a night: which sources its steps look at, whatever commits while it runs. */
final class TakenSources {

    private TakenSources() {}

    /** The number of sources that were taken. */
    static int take(DSLContext sql, LocalDate businessDate) {
        // A later night that began and published nothing holds nothing back.
        int given = sql.update(TAKEN_SOURCE)
                .set(TAKEN_SOURCE.BUSINESS_DATE, businessDate)
                .where(TAKEN_SOURCE.BUSINESS_DATE.gt(businessDate))
                .execute();
        return given
                + sql.insertInto(TAKEN_SOURCE, TAKEN_SOURCE.SOURCE_ID, TAKEN_SOURCE.BUSINESS_DATE)
                        .select(select(SOURCE.SOURCE_ID, inline(businessDate))
                                .from(SOURCE)
                                .where(SOURCE.ERROR.isNull())
                                .and(notExists(selectOne()
                                        .from(TAKEN_SOURCE)
                                        .where(TAKEN_SOURCE.SOURCE_ID.eq(SOURCE.SOURCE_ID)))))
                        .execute();
    }

    static Condition isTaken(Field<Long> sourceId) {
        return sourceId.in(select(TAKEN_SOURCE.SOURCE_ID).from(TAKEN_SOURCE));
    }
}
