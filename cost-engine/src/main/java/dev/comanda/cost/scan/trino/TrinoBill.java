package dev.comanda.cost.scan.trino;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import dev.comanda.cost.bill.UnreadableBillException;
import dev.comanda.cost.scan.sql.BillSource;
import dev.comanda.cost.scan.sql.ColumnKind;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The rows of a billing period in a table. Doubles are decimals there and moments in UTC: what is said of a column in ten places is
 * computed once, and Trino makes code of it once.
 */
final class TrinoBill implements BillSource {

    private static final String COST = "decimal(38,12)";
    private static final String MOMENT = "timestamp(6)";

    private final DSLContext sql;
    private final TrinoTables tables;
    private final YearMonth period;
    private final Map<String, String> found;

    private TrinoBill(DSLContext sql, TrinoTables tables, YearMonth period) {
        this.sql = sql;
        this.tables = tables;
        this.period = period;
        this.found = described();
    }

    /** @throws UnreadableBillException where there is no such table, or it does not say the period of a row */
    static TrinoBill open(DSLContext sql, TrinoTables tables, YearMonth period) {
        TrinoBill bill = new TrinoBill(sql, tables, period);
        if (!bill.found.containsKey(tables.periodColumn())) {
            throw bill.unreadable("has no column " + tables.periodColumn()
                    + " that says the billing period; name it by comanda.cost.trino.period-column");
        }
        return bill;
    }

    private Map<String, String> described() {
        try {
            Map<String, String> types = new LinkedHashMap<>();
            sql.fetch("describe {0}", DSL.table(tables.bill()))
                    .forEach(row -> types.put(row.get(0, String.class), row.get(1, String.class)));
            return types;
        } catch (DataAccessException e) {
            throw unreadable(e);
        }
    }

    @Override
    public YearMonth period() {
        return period;
    }

    @Override
    public Table<Record> rows() {
        List<Field<?>> fields = new ArrayList<>();
        found.forEach((name, type) -> fields.add(plain(field(name(name)), type).as(name(name))));
        Field<String> of = field(name(tables.periodColumn()), SQLDataType.VARCHAR);
        return sql.select(fields)
                .from(DSL.table(tables.bill()))
                .where(of.eq(inline(period.toString())))
                .asTable("bill");
    }

    private static Field<?> plain(Field<Object> column, String type) {
        if (TrinoDialect.INSTANCE.kind(type) == ColumnKind.DOUBLE) {
            return TrinoDialect.INSTANCE.cost(column, ColumnKind.DOUBLE);
        }
        return isWithZone(type)
                ? field("cast({0} at time zone 'UTC' as timestamp(6))", SQLDataType.LOCALDATETIME(6), column)
                : column;
    }

    private static boolean isWithZone(String type) {
        return type.endsWith("with time zone");
    }

    @Override
    public Map<String, String> types() {
        Map<String, String> types = new LinkedHashMap<>();
        found.forEach((name, type) -> types.put(
                name, TrinoDialect.INSTANCE.kind(type) == ColumnKind.DOUBLE ? COST : isWithZone(type) ? MOMENT : type));
        return types;
    }

    /** As Glue reads the CSV of a legacy report. */
    @Override
    public boolean isText() {
        return found.values().stream().allMatch(type -> TrinoDialect.INSTANCE.kind(type) == ColumnKind.TEXT);
    }

    @Override
    public UnreadableBillException unreadable(String sentence) {
        return new UnreadableBillException(period, String.valueOf(tables.bill()), sentence);
    }

    @Override
    public UnreadableBillException unreadable(DataAccessException problem) {
        Throwable cause = problem.getCause() == null ? problem : problem.getCause();
        return new UnreadableBillException(
                period,
                String.valueOf(tables.bill()),
                "cannot be read: "
                        + String.valueOf(cause.getMessage()).lines().findFirst().orElse(""),
                problem);
    }
}
