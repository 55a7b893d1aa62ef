package dev.comanda.ops.decision.persistence;

import static dev.comanda.sql.casework.Tables.WORK_CASE;
import static dev.comanda.sql.policy.Tables.DECISION;
import static dev.comanda.sql.policy.Tables.VERSION;

import dev.comanda.ops.decision.DecisionExports;
import dev.comanda.ops.decision.DecisionRow;
import dev.comanda.ops.policy.Circumstances;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Writes decisions as they stand; the same input gives the same bytes, whatever the run. */
public final class JooqDecisionExports implements DecisionExports {

    private static final int ROWS_AT_A_TIME = 10_000;

    private final DSLContext database;

    public JooqDecisionExports(DSLContext database) {
        this.database = database;
    }

    @Override
    public void decisions(LocalDate businessDate, Consumer<DecisionRow> rows) {
        database.transaction(transaction -> {
            try (Cursor<? extends Record> cursor = DSL.using(transaction)
                    .select()
                    .from(DECISION)
                    .join(WORK_CASE)
                    .on(WORK_CASE.CASE_ID.eq(DECISION.CASE_ID))
                    .join(VERSION)
                    .on(VERSION.VERSION_ID.eq(DECISION.VERSION_ID))
                    .where(DECISION.BUSINESS_DATE.eq(businessDate))
                    .orderBy(WORK_CASE.CAUSE, WORK_CASE.SUBJECT, WORK_CASE.CASE_ID)
                    .fetchSize(ROWS_AT_A_TIME)
                    .fetchLazy()) {
                cursor.forEach(row -> rows.accept(toRow(row)));
            }
        });
    }

    /** The amount is the one that was decided on, not what the case has come to since. */
    private static DecisionRow toRow(Record row) {
        Circumstances circumstances =
                Circumstances.fromJson(row.get(DECISION.CIRCUMSTANCES).data());
        return new DecisionRow(
                row.get(DECISION.BUSINESS_DATE),
                row.get(DECISION.CASE_ID),
                row.get(WORK_CASE.CAUSE),
                row.get(WORK_CASE.SUBJECT),
                row.get(VERSION.POLICY),
                row.get(VERSION.LABEL),
                row.get(DECISION.ROW_ID),
                row.get(DECISION.ACTION),
                row.get(DECISION.TEAM),
                circumstances.amount(),
                row.get(WORK_CASE.CURRENCY),
                circumstances.toJson());
    }
}
