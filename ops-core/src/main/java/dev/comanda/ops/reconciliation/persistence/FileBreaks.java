package dev.comanda.ops.reconciliation.persistence;

import static dev.comanda.ops.reconciliation.persistence.Columns.column;
import static dev.comanda.ops.reconciliation.persistence.SqlMoney.rounded;
import static dev.comanda.sql.bank.Tables.STATEMENT;
import static dev.comanda.sql.ingest.Tables.CONTROL_TOTAL;
import static dev.comanda.sql.ingest.Tables.SOURCE;
import static dev.comanda.sql.psp.Tables.PAYOUT;
import static dev.comanda.sql.reconciliation.Sequences.GROUP_NUMBER;
import static dev.comanda.sql.work.Tables.FOUND_BREAK;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.extract;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lag;
import static org.jooq.impl.DSL.select;

import dev.comanda.ops.reconciliation.BreakType;
import dev.comanda.ops.reconciliation.FileCheck;
import dev.comanda.ops.reconciliation.Reconciliation;
import dev.comanda.ops.reconciliation.ReconciliationSpec;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.DatePart;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;

/** Breaks that are about a file and not about items: totals that do not add up, statements that are missing or wrong. */
final class FileBreaks {

    private static final Field<BigDecimal> NO_AMOUNT = inline((BigDecimal) null);

    private final DSLContext sql;
    private final LocalDate businessDate;

    FileBreaks(DSLContext sql, LocalDate businessDate) {
        this.sql = sql;
        this.businessDate = businessDate;
    }

    void find(ReconciliationSpec spec) {
        for (FileCheck check : spec.fileChecks()) {
            insert(breaksOf(check, spec.lead()));
        }
    }

    private Select<? extends Record> breaksOf(FileCheck check, Reconciliation publishedUnder) {
        return switch (check) {
            case PSP_CONTROL_TOTALS -> controlTotals("psp", publishedUnder);
            case CNAB_CONTROL_TOTALS -> controlTotals("cnab", publishedUnder);
            case STATEMENT_SEQUENCE -> statementGaps(publishedUnder);
            case STATEMENT_BALANCE -> statementBalances(publishedUnder);
        };
    }

    private void insert(Select<? extends Record> breaks) {
        sql.insertInto(FOUND_BREAK)
                .columns(List.of(
                        FOUND_BREAK.FOUND_ID,
                        FOUND_BREAK.DEFINITION_ID,
                        FOUND_BREAK.TYPE,
                        FOUND_BREAK.CURRENCY,
                        FOUND_BREAK.LEFT_AMOUNT,
                        FOUND_BREAK.RIGHT_AMOUNT,
                        FOUND_BREAK.ABOUT_SOURCE,
                        FOUND_BREAK.ABOUT_RECORD,
                        FOUND_BREAK.LEGAL_ENTITY_ID))
                .select(breaks)
                .execute();
    }

    private Select<? extends Record> controlTotals(String area, Reconciliation publishedUnder) {
        return select(
                        GROUP_NUMBER.nextval(),
                        inline(publishedUnder.id()),
                        inline(BreakType.CONTROL_TOTAL_MISMATCH.name()),
                        CONTROL_TOTAL.CURRENCY,
                        rounded(CONTROL_TOTAL.CLAIMED_NET, CONTROL_TOTAL.CURRENCY),
                        rounded(CONTROL_TOTAL.SUMMED_NET, CONTROL_TOTAL.CURRENCY),
                        CONTROL_TOTAL.SOURCE_ID,
                        CONTROL_TOTAL.POSITION,
                        SOURCE.LEGAL_ENTITY_ID)
                .from(CONTROL_TOTAL)
                .join(SOURCE)
                .on(SOURCE.SOURCE_ID.eq(CONTROL_TOTAL.SOURCE_ID))
                .leftJoin(PAYOUT)
                .on(PAYOUT.SOURCE_ID.eq(CONTROL_TOTAL.SOURCE_ID).and(PAYOUT.POSITION.eq(CONTROL_TOTAL.POSITION)))
                .where(TakenSources.isTaken(CONTROL_TOTAL.SOURCE_ID))
                .and(CONTROL_TOTAL.AGREES.isFalse())
                .and(CONTROL_TOTAL.AREA.eq(area))
                .and(coalesce(PAYOUT.BUSINESS_DATE, inline(businessDate)).le(businessDate));
    }

    /** Numbers may go on or start again with the year; several pages of one number are one statement. */
    private Select<? extends Record> statementGaps(Reconciliation publishedUnder) {
        Field<LocalDate> ends = coalesce(STATEMENT.TO_DATE, STATEMENT.FROM_DATE);
        Field<Long> previous = lag(STATEMENT.SEQUENCE_NUMBER)
                .over()
                .partitionBy(SOURCE.LEGAL_ENTITY_ID, STATEMENT.ACCOUNT_ID)
                .orderBy(
                        extract(ends, DatePart.YEAR),
                        STATEMENT.SEQUENCE_NUMBER,
                        STATEMENT.SOURCE_ID,
                        STATEMENT.ORDINAL);
        Table<?> numbered = select(
                        STATEMENT.SOURCE_ID,
                        STATEMENT.FIRST_ENTRY,
                        STATEMENT.CURRENCY,
                        STATEMENT.SEQUENCE_NUMBER,
                        previous.as("previous"),
                        SOURCE.LEGAL_ENTITY_ID)
                .from(STATEMENT)
                .join(SOURCE)
                .on(SOURCE.SOURCE_ID.eq(STATEMENT.SOURCE_ID))
                .where(TakenSources.isTaken(STATEMENT.SOURCE_ID))
                .and(STATEMENT.SEQUENCE_NUMBER.isNotNull())
                .and(coalesce(ends, inline(businessDate)).le(businessDate))
                .asTable("numbered");
        return select(
                        GROUP_NUMBER.nextval(),
                        inline(publishedUnder.id()),
                        inline(BreakType.STATEMENT_GAP.name()),
                        column(numbered, STATEMENT.CURRENCY),
                        NO_AMOUNT,
                        NO_AMOUNT,
                        column(numbered, STATEMENT.SOURCE_ID),
                        coalesce(column(numbered, STATEMENT.FIRST_ENTRY), inline(0)),
                        column(numbered, SOURCE.LEGAL_ENTITY_ID))
                .from(numbered)
                .where(column(numbered, STATEMENT.SEQUENCE_NUMBER)
                        .gt(column(numbered, "previous", Long.class).plus(1)));
    }

    private Select<? extends Record> statementBalances(Reconciliation publishedUnder) {
        Field<BigDecimal> computed = STATEMENT.OPENING.plus(STATEMENT.BOOKED_SUM);
        return select(
                        GROUP_NUMBER.nextval(),
                        inline(publishedUnder.id()),
                        inline(BreakType.STATEMENT_BALANCE_MISMATCH.name()),
                        STATEMENT.CURRENCY,
                        rounded(STATEMENT.CLOSING, STATEMENT.CURRENCY),
                        rounded(computed, STATEMENT.CURRENCY),
                        STATEMENT.SOURCE_ID,
                        coalesce(STATEMENT.FIRST_ENTRY, inline(0)),
                        SOURCE.LEGAL_ENTITY_ID)
                .from(STATEMENT)
                .join(SOURCE)
                .on(SOURCE.SOURCE_ID.eq(STATEMENT.SOURCE_ID))
                .where(TakenSources.isTaken(STATEMENT.SOURCE_ID))
                .and(rounded(STATEMENT.CLOSING, STATEMENT.CURRENCY).ne(rounded(computed, STATEMENT.CURRENCY)))
                .and(coalesce(STATEMENT.TO_DATE, STATEMENT.FROM_DATE, inline(businessDate))
                        .le(businessDate));
    }
}
