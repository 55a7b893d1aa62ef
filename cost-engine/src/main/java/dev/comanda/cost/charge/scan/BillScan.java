package dev.comanda.cost.charge.scan;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;

import dev.comanda.cost.bill.UnreadableBillException;
import dev.comanda.cost.charge.Totals;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/** One delivery, open to be read. */
final class BillScan {

    /** DuckDB says in the first lines what is wrong where, and then gives advice to whom can change its options. */
    private static final int REASON_LINES = 3;

    private final DSLContext sql;
    private final YearMonth period;
    private final BillFiles files;
    private final BillColumns columns;
    private final BillFormat format;

    private BillScan(DSLContext sql, YearMonth period, BillFiles files, BillColumns columns, BillFormat format) {
        this.sql = sql;
        this.period = period;
        this.files = files;
        this.columns = columns;
        this.format = format;
    }

    /** @throws UnreadableBillException where the files are none of a bill, or lack what a bill must have */
    static BillScan open(DSLContext sql, YearMonth period, List<Path> paths) {
        Footers.check(period, paths);
        BillFiles files = new BillFiles(period, paths);
        BillColumns columns;
        try {
            columns = new BillColumns(files.types(sql));
        } catch (DataAccessException e) {
            throw unreadable(period, paths, e);
        }
        BillFormat format = columns.has("BilledCost") ? new FocusFormat() : new CurFormat();
        List<String> missing =
                format.required().stream().filter(each -> !columns.has(each)).toList();
        if (!missing.isEmpty()) {
            throw new UnreadableBillException(
                    period,
                    String.valueOf(paths.get(0).getFileName()),
                    "is no bill that can be read: the column " + String.join(", ", missing)
                            + " is missing; add it to the export");
        }
        NumberColumns.check(period, paths, columns, format);
        return new BillScan(sql, period, files, columns, format);
    }

    static UnreadableBillException unreadable(YearMonth period, List<Path> paths, DataAccessException problem) {
        Throwable cause = problem.getCause() == null ? problem : problem.getCause();
        String reason = String.valueOf(cause.getMessage())
                .lines()
                .limit(REASON_LINES)
                .map(String::strip)
                .collect(Collectors.joining(" "));
        String file = paths.stream()
                .map(each -> String.valueOf(each.getFileName()))
                .filter(reason::contains)
                .findFirst()
                .orElseGet(() -> String.valueOf(paths.get(0).getFileName()));
        return new UnreadableBillException(period, file, "cannot be read: " + reason, problem);
    }

    /** The charge lines, with the tags that are asked for. */
    Select<Record> charges(List<String> tags) {
        List<Field<?>> fields = new ArrayList<>(format.fields(columns, tags));
        fields.add(inline(period.toString()).as("month"));
        return sql.select(fields).from(files.table());
    }

    /** The lines that are a cost of their own. */
    Select<Record> costs(List<String> tags) {
        return sql.select(DSL.asterisk()).from(charges(tags).asTable("charge")).where(ChargeFields.IS_SPLIT.isFalse());
    }

    Totals totals(List<Path> paths) {
        try {
            return totals();
        } catch (DataAccessException e) {
            throw unreadable(period, paths, e);
        }
    }

    private Totals totals() {
        var charge = charges(List.of()).asTable("charge");
        Record row = sql.select(
                        DSL.count(),
                        total(ChargeFields.UNBLENDED),
                        total(ChargeFields.AMORTIZED),
                        total(ChargeFields.NET_AMORTIZED),
                        total(ChargeFields.LIST),
                        total(ChargeFields.TRUE_UP),
                        total(ChargeFields.UPFRONT),
                        coalesce(DSL.min(ChargeFields.CURRENCY), inline("")),
                        coalesce(DSL.max(ChargeFields.CURRENCY), inline("")),
                        DSL.count(ChargeFields.PERIOD_START),
                        DSL.count()
                                .filterWhere(ChargeFields.PERIOD_START
                                        .ge(period.atDay(1).atStartOfDay())
                                        .and(ChargeFields.PERIOD_START.lt(
                                                period.plusMonths(1).atDay(1).atStartOfDay()))),
                        DSL.min(ChargeFields.PERIOD_START))
                .from(charge)
                .fetchSingle();
        checkAgreement(row);
        return new Totals(
                row.get(0, Long.class),
                row.get(1, BigDecimal.class),
                row.get(2, BigDecimal.class),
                row.get(3, BigDecimal.class),
                row.get(4, BigDecimal.class),
                row.get(5, BigDecimal.class),
                row.get(6, BigDecimal.class),
                row.get(7, String.class));
    }

    private void checkAgreement(Record row) {
        String currency = row.get(7, String.class);
        if (!currency.equals(row.get(8, String.class))) {
            throw new UnreadableBillException(
                    period,
                    "the delivery",
                    "bills in " + currency + " and in " + row.get(8, String.class) + "; a bill has one currency");
        }
        // Some rows may bill what another month left over; where none is of the period, the files are another month's.
        if (row.get(9, Integer.class) > 0 && row.get(10, Integer.class) == 0) {
            throw new UnreadableBillException(
                    period,
                    "the delivery",
                    "has no row of it, its rows are of " + YearMonth.from(row.get(11, LocalDateTime.class))
                            + "; give the period that they bill");
        }
    }

    /** The sum over the lines that are a cost of their own; 0 with 12 digits where there are none. */
    static Field<BigDecimal> total(Field<BigDecimal> cost) {
        return coalesce(
                sum(cost).filterWhere(ChargeFields.IS_SPLIT.isFalse()).cast(BillColumns.COST), Amortization.ZERO);
    }
}
