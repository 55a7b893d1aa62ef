package dev.comanda.ops.completeness.loading;

import static dev.comanda.sql.ingest.Tables.REACH;
import static dev.comanda.sql.ingest.Tables.SOURCE;
import static dev.comanda.sql.jobcontrol.Tables.EXPECTATION;
import static dev.comanda.sql.jobcontrol.Tables.SHORTFALL;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import dev.comanda.ops.completeness.Kind;
import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;

/** Notes that something came that was missing, in the transaction that brings it. */
public final class Arrivals {

    private static final List<String> PSPS = List.of("adyen", "stripe", "dlocal", "pix");

    private Arrivals() {}

    /** To be called when a source was read and its reach is written. */
    public static void note(DSLContext sql, long sourceId) {
        reachOfEmptyFile(sql, sourceId);
        sql.update(SHORTFALL)
                .set(SHORTFALL.CAME_AT, select(SOURCE.READ_AT).from(SOURCE).where(SOURCE.SOURCE_ID.eq(sourceId)))
                .where(SHORTFALL.CAME_AT.isNull())
                .and(exists(selectOne()
                        .from(EXPECTATION)
                        .join(REACH)
                        .on(REACH.KIND.eq(EXPECTATION.KIND))
                        .and(REACH.SUBJECT.eq(EXPECTATION.SUBJECT))
                        .where(EXPECTATION.EXPECTATION_ID.eq(SHORTFALL.EXPECTATION_ID))
                        .and(REACH.SOURCE_ID.eq(sourceId))
                        .and(REACH.TOLD_UNTIL.ge(SHORTFALL.NEEDED_UNTIL))))
                .execute();
    }

    /** A PSP's file that holds nothing names no day: it says that there was nothing until the day on which it was read. */
    private static void reachOfEmptyFile(DSLContext sql, long sourceId) {
        Field<OffsetDateTime> midnight =
                field("date_trunc('day', {0}, 'America/Sao_Paulo')", OffsetDateTime.class, SOURCE.READ_AT);
        sql.insertInto(REACH, REACH.SOURCE_ID, REACH.KIND, REACH.SUBJECT, REACH.TOLD_UNTIL)
                .select(select(SOURCE.SOURCE_ID, val(Kind.PSP_FILE.name()), SOURCE.KIND, midnight)
                        .from(SOURCE)
                        .where(SOURCE.SOURCE_ID.eq(sourceId))
                        .and(SOURCE.KIND.in(PSPS))
                        .and(SOURCE.REJECTED.eq(0L))
                        .and(notExists(selectOne().from(REACH).where(REACH.SOURCE_ID.eq(sourceId)))))
                .execute();
    }
}
