package dev.comanda.ops.calendar.persistence;

import static dev.comanda.sql.calendar.Tables.BANK_DAY;

import dev.comanda.ops.calendar.BankCalendar;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The calendar's table; it is filled once for each database. */
public final class BankDays {

    private final DSLContext sql;

    public BankDays(DSLContext sql) {
        this.sql = sql;
    }

    /** Writes the calendar where the table does not hold it; two processes may do so at once. */
    public void ensureFilled() {
        List<BankCalendar.Day> days = BankCalendar.days();
        if (sql.fetchCount(BANK_DAY) == days.size()) {
            return;
        }
        sql.transaction(transaction -> {
            DSLContext inside = DSL.using(transaction);
            inside.execute("lock table calendar.bank_day in exclusive mode");
            inside.deleteFrom(BANK_DAY).execute();
            Object[][] columns = {
                days.stream().map(BankCalendar.Day::date).toArray(LocalDate[]::new),
                days.stream().map(BankCalendar.Day::isBusiness).toArray(Boolean[]::new),
                days.stream().map(BankCalendar.Day::ordinal).toArray(Integer[]::new)
            };
            inside.execute(
                    "insert into calendar.bank_day (day, is_business, ordinal)"
                            + " select * from unnest(?::date[], ?::boolean[], ?::integer[])",
                    columns[0],
                    columns[1],
                    columns[2]);
        });
    }
}
