package dev.comanda.ops.reconciliation.persistence;

import static dev.comanda.ops.reconciliation.persistence.Columns.column;
import static dev.comanda.sql.calendar.Tables.BANK_DAY;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.select;

import java.time.LocalDate;
import org.jooq.Field;
import org.jooq.Table;

/** Business days in SQL, by the calendar's running number of business days. */
final class BankDays {

    private BankDays() {}

    /**
     * A day to be left-joined without a condition. As a column's subquery it would be looked up for each row; joined, once for each
     * date.
     *
     * @param table the day; empty where the date is null or the calendar does not reach as far
     */
    record Day(Table<?> table) {

        Field<LocalDate> date() {
            return column(table, BANK_DAY.DAY);
        }
    }

    /** The business day that is this many business days after a date. */
    static Day after(Field<LocalDate> date, Field<Integer> businessDays) {
        var from = BANK_DAY.as("from_day");
        var to = BANK_DAY.as("to_day");
        return new Day(lateral(select(to.DAY)
                .from(from)
                .join(to)
                .on(to.ORDINAL.eq(from.ORDINAL.plus(businessDays)).and(to.IS_BUSINESS))
                .where(from.DAY.eq(date))
                .asTable("due")));
    }
}
