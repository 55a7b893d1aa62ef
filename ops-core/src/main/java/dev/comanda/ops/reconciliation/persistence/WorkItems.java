package dev.comanda.ops.reconciliation.persistence;

import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectFrom;
import static org.jooq.impl.DSL.selectOne;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Takes items off a work table. Where most of them go, what stays is written anew: deleting costs more, and leaves dead rows to be read. */
final class WorkItems {

    private static final int WORTH_WRITING_ANEW = 10_000;

    private final DSLContext sql;

    WorkItems(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Removes the items for which a row of another table stands.
     *
     * @param about how many they are, by which the way is chosen
     * @param isMeant joins the two tables
     */
    void remove(Table<?> items, int about, Table<?> matched, Condition isMeant) {
        if (about < WORTH_WRITING_ANEW || 2L * about < sql.fetchCount(items)) {
            sql.deleteFrom(items).using(matched).where(isMeant).execute();
            return;
        }
        Table<?> rest = DSL.table(DSL.name("rest_of_" + items.getName()));
        sql.createTemporaryTable(rest)
                .as(selectFrom(items).where(notExists(selectOne().from(matched).where(isMeant))))
                .execute();
        sql.truncate(items).execute();
        sql.execute("insert into {0} select * from {1}", items, rest);
        sql.dropTable(rest).execute();
        sql.execute("analyze {0}", items);
    }
}
