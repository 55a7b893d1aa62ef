package dev.comanda.cost.focus.duckdb;

import dev.comanda.cost.allocation.AllocationRules;
import dev.comanda.cost.focus.FocusColumn;
import dev.comanda.cost.focus.FocusDataset;
import dev.comanda.cost.scan.ChargeScan.PeriodFiles;
import dev.comanda.cost.scan.duckdb.DuckDb;
import dev.comanda.cost.scan.duckdb.OwnedLines;
import dev.comanda.cost.scan.duckdb.ScanLimits;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.Record;

/**
 * A file for each file of the bill, so that memory does not grow with the bill: its lines are sorted where they stand, and a file is
 * what fits.
 */
public final class DuckDbFocusDataset implements FocusDataset {

    private static final String AMOUNT = "decimal(38, 12)";

    private final ScanLimits limits;

    public DuckDbFocusDataset(ScanLimits limits) {
        this.limits = limits;
    }

    @Override
    public Written write(PeriodFiles bill, AllocationRules rules, Path folder) {
        try (DuckDb duck = DuckDb.open(limits)) {
            References.load(duck.sql());
            OwnedLines lines = OwnedLines.of(duck, bill, rules);
            List<Path> files = new ArrayList<>();
            for (int piece = 0; piece < lines.pieces(); piece++) {
                Path to = folder.resolve("focus-%05d.parquet".formatted(piece + 1));
                Statements.run(duck.sql(), copy(lines, lines.of(piece), bill.period(), to));
                files.add(to);
            }
            return written(duck, files);
        }
    }

    private static String copy(OwnedLines lines, String query, YearMonth period, Path to) {
        String script = Statements.text(lines.isFocus() ? "from-focus.sql" : "from-report.sql");
        String columns =
                FocusColumn.all().stream().map(each -> column(each, period)).collect(Collectors.joining(", "));
        String order = String.join(", ", OwnedLines.order()) + ", is_unused";
        return "copy (select %s from (with exported as (%s), %s) as focus order by %s) to %s (format parquet, compression zstd)"
                .formatted(columns, query, script, order, Statements.text(to));
    }

    private static String column(FocusColumn column, YearMonth period) {
        String value =
                switch (column.name()) {
                    case "BillingPeriodStart" -> Statements.utc(period);
                    case "BillingPeriodEnd" -> Statements.utc(period.plusMonths(1));
                    // A line without a date is of the whole month.
                    case "ChargePeriodStart" -> "coalesce(\"ChargePeriodStart\", " + Statements.utc(period) + ")";
                    case "ChargePeriodEnd" ->
                        "coalesce(\"ChargePeriodEnd\", " + Statements.utc(period.plusMonths(1)) + ")";
                    default -> '"' + column.name() + '"';
                };
        return "cast(%s as %s) as \"%s\"".formatted(value, type(column), column.name());
    }

    private static String type(FocusColumn column) {
        return switch (column.kind()) {
            case TEXT, JSON -> "varchar";
            case MOMENT -> "timestamp with time zone";
            case AMOUNT -> AMOUNT;
            case PRICE -> "decimal(38, 18)";
        };
    }

    /** What the files say, read again. */
    private static Written written(DuckDb duck, List<Path> files) {
        String sums = List.of("BilledCost", "EffectiveCost", "ListCost").stream()
                .map(each -> "coalesce(sum(\"%s\"), 0)::%s".formatted(each, AMOUNT))
                .collect(Collectors.joining(", "));
        Record row = duck.sql()
                .fetchSingle("select count(*), %s from read_parquet([%s])"
                        .formatted(sums, files.stream().map(Statements::text).collect(Collectors.joining(", "))));
        return new Written(
                files,
                row.get(0, Long.class),
                row.get(1, BigDecimal.class),
                row.get(2, BigDecimal.class),
                row.get(3, BigDecimal.class));
    }
}
