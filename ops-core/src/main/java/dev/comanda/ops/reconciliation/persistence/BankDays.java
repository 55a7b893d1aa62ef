package dev.comanda.ops.reconciliation.persistence;

import static dev.comanda.sql.calendar.Tables.BANK_DAY;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;

import java.time.LocalDate;
import org.jooq.Field;

/** Business days in SQL, by the calendar's running number of business days. */
final class BankDays {

    private BankDays() {}

    /** The business day that is this many business days after a date. */
    static Field<LocalDate> after(Field<LocalDate> date, Field<Integer> businessDays) {
        var from = BANK_DAY.as("from_day");
        var to = BANK_DAY.as("to_day");
        return field(select(to.DAY)
                .from(from)
                .join(to)
                .on(to.ORDINAL.eq(from.ORDINAL.plus(businessDays)).and(to.IS_BUSINESS))
                .where(from.DAY.eq(date)));
    }
}
