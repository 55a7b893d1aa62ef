package dev.comanda.ops.reconciliation.persistence;

import java.util.Objects;
import org.jooq.Field;
import org.jooq.Table;

/** Columns of derived tables, by the name they were given. */
final class Columns {

    private Columns() {}

    static <T> Field<T> column(Table<?> table, String name, Class<T> type) {
        return Objects.requireNonNull(table.field(name, type), () -> "no column " + name + " in " + table);
    }

    static <T> Field<T> column(Table<?> table, Field<T> named) {
        return Objects.requireNonNull(table.field(named), () -> "no column " + named + " in " + table);
    }
}
