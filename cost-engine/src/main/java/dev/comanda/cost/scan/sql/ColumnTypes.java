package dev.comanda.cost.scan.sql;

import java.util.Set;

/** Costs must be numbers and dates dates, where a bill says the types of its columns. */
final class ColumnTypes {

    private static final Set<ColumnKind> NUMBERS = Set.of(ColumnKind.DOUBLE, ColumnKind.NUMBER);
    private static final Set<ColumnKind> MOMENTS = Set.of(ColumnKind.MOMENT, ColumnKind.TEXT);

    private ColumnTypes() {}

    static void check(BillSource source, BillColumns columns, BillFormat format) {
        if (source.isText()) {
            return;
        }
        format.numbers().forEach(each -> check(source, columns, each, NUMBERS, "number"));
        format.moments().forEach(each -> check(source, columns, each, MOMENTS, "date"));
    }

    private static void check(
            BillSource source, BillColumns columns, String column, Set<ColumnKind> kinds, String needed) {
        columns.kind(column).filter(kind -> !kinds.contains(kind)).ifPresent(kind -> {
            throw source.unreadable(
                    "has the column " + column + " as " + columns.type(column) + "; a " + needed + " is needed");
        });
    }
}
