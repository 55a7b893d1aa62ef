package dev.comanda.cost.charge.scan;

import dev.comanda.cost.bill.UnreadableBillException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Pattern;

/** Costs must be numbers where a file says the types of its columns. */
final class NumberColumns {

    private static final Pattern NUMBER =
            Pattern.compile("(DOUBLE|FLOAT|TINYINT|SMALLINT|INTEGER|BIGINT|DECIMAL\\(.*\\))");

    private NumberColumns() {}

    static void check(YearMonth period, List<Path> paths, BillColumns columns, BillFormat format) {
        if (BillFiles.isCsv(paths.get(0))) {
            return;
        }
        for (String each : format.numbers()) {
            columns.type(each).filter(type -> !NUMBER.matcher(type).matches()).ifPresent(type -> {
                throw new UnreadableBillException(
                        period,
                        String.valueOf(paths.get(0).getFileName()),
                        "has the column " + each + " as " + type + "; a number is needed");
            });
        }
    }
}
