package dev.comanda.cost.scan.duckdb;

import java.util.regex.Pattern;

/** Costs must be numbers where a file says the types of its columns. */
final class NumberColumns {

    private static final Pattern NUMBER =
            Pattern.compile("(DOUBLE|FLOAT|TINYINT|SMALLINT|INTEGER|BIGINT|DECIMAL\\(.*\\))");

    private NumberColumns() {}

    static void check(BillFiles files, BillColumns columns, BillFormat format) {
        if (files.isCsv()) {
            return;
        }
        for (String each : format.numbers()) {
            columns.type(each).filter(type -> !NUMBER.matcher(type).matches()).ifPresent(type -> {
                throw files.unreadable("has the column " + each + " as " + type + "; a number is needed");
            });
        }
    }
}
