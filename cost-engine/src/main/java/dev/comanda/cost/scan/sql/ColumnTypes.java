package dev.comanda.cost.scan.sql;

import java.util.regex.Pattern;

/** Costs must be numbers and dates dates, where a file says the types of its columns. */
final class ColumnTypes {

    private static final Pattern NUMBER =
            Pattern.compile("(DOUBLE|FLOAT|TINYINT|SMALLINT|INTEGER|BIGINT|DECIMAL\\(.*\\))");

    private static final Pattern MOMENT = Pattern.compile("(TIMESTAMP.*|DATE|VARCHAR)");

    private ColumnTypes() {}

    static void check(BillSource source, BillColumns columns, BillFormat format) {
        if (source.isText()) {
            return;
        }
        format.numbers().forEach(each -> check(source, columns, each, NUMBER, "number"));
        format.moments().forEach(each -> check(source, columns, each, MOMENT, "date"));
    }

    private static void check(BillSource source, BillColumns columns, String column, Pattern types, String needed) {
        columns.type(column).filter(type -> !types.matcher(type).matches()).ifPresent(type -> {
            throw source.unreadable("has the column " + column + " as " + type + "; a " + needed + " is needed");
        });
    }
}
