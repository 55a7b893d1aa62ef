package dev.comanda.cost.scan.sql;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The columns that the files of one delivery have, found by the name that AWS gives them in Parquet. The CSV of a legacy report
 * writes {@code lineItem/UsageStartDate} for {@code line_item_usage_start_date}: Glue's rule, an underscore before every capital.
 */
public final class BillColumns {

    /** Costs are counted in decimals with 12 digits after the point. */
    public static final DataType<BigDecimal> COST = SQLDataType.DECIMAL(38, 12);

    /** What fits in 64 bits: DuckDB makes such a decimal of a double several times as fast as a longer one, by the same rule. */
    private static final DataType<BigDecimal> SMALL_COST = SQLDataType.DECIMAL(18, 12);

    private static final String TEXT = "VARCHAR";

    private final Map<String, Column> columns = new TreeMap<>();

    /** @param types the types that DuckDB gives the columns, by the names that the files give them */
    public BillColumns(Map<String, String> types) {
        types.forEach((name, type) -> columns.putIfAbsent(plain(name), new Column(name, type)));
    }

    private record Column(String name, String type) {}

    static String plain(String column) {
        int slash = column.indexOf('/');
        if (slash < 0) {
            return column;
        }
        String category = column.substring(0, slash);
        String rest = column.substring(slash + 1);
        return underscored(category) + "_" + (category.equals("resourceTags") ? rest : underscored(rest));
    }

    private static String underscored(String camel) {
        return camel.replaceAll("(?<!^)(\\p{Upper})", "_$1").toLowerCase(Locale.ROOT);
    }

    boolean has(String name) {
        return columns.containsKey(name);
    }

    /** The columns whose names begin so, as they are found. */
    public List<String> beginningWith(String prefix) {
        return columns.keySet().stream().filter(each -> each.startsWith(prefix)).toList();
    }

    /** A text; null where it is empty or the files have no such column. */
    public Field<String> text(String name) {
        return has(name) ? DSL.nullif(plainText(name), DSL.inline("")) : plainText(name);
    }

    /** A text, empty or null where it is empty; null where the files have no such column. */
    Field<String> plainText(String name) {
        Column column = columns.get(name);
        return column == null
                ? DSL.castNull(SQLDataType.VARCHAR)
                : DSL.cast(field(name(column.name())), SQLDataType.VARCHAR);
    }

    /**
     * A cost; null where it is empty or the files have no such column. A double becomes the decimal nearest to it: times 10^12, rounded
     * to a whole number, as IEEE 754 arithmetic has it. That is DuckDB's cast, and the only rule there is.
     */
    public Field<BigDecimal> cost(String name) {
        Column column = columns.get(name);
        if (column == null) {
            return DSL.castNull(COST);
        }
        if (column.type().equals(TEXT)) {
            return DSL.cast(text(name), COST);
        }
        Field<Object> number = field(name(column.name()));
        return coalesce(DSL.tryCast(number, SMALL_COST).cast(COST), DSL.cast(number, COST));
    }

    /** A cost in whole numbers of 10^-12, by the same rule; null where it is empty or the files have no such column. */
    public Field<BigInteger> quanta(String name) {
        Column column = columns.get(name);
        if (column == null || !column.type().equals("DOUBLE")) {
            return PodShare.number(cost(name));
        }
        Field<Object> number = DSL.field("{0} * 1e12", Object.class, field(name(column.name())));
        return DSL.field(
                "coalesce(cast(cast(try_cast({0} as decimal(18, 0)) as bigint) as hugeint), cast(cast({0} as decimal(38, 0)) as hugeint))",
                PodShare.TYPE, number);
    }

    /** A number that is no cost; null also where it is none. */
    public Field<BigDecimal> quantity(String name) {
        Column column = columns.get(name);
        return column == null
                ? DSL.castNull(COST)
                : DSL.field(
                        "try_cast({0} as decimal(38, 12))",
                        COST, column.type().equals(TEXT) ? text(name) : field(name(column.name())));
    }

    /** A moment in UTC; null where it is empty or the files have no such column. */
    public Field<LocalDateTime> moment(String name) {
        Column column = columns.get(name);
        return column == null
                ? DSL.castNull(SQLDataType.LOCALDATETIME)
                : DSL.cast(
                        column.type().equals(TEXT) ? text(name) : field(name(column.name())),
                        SQLDataType.LOCALDATETIME);
    }

    /** The type of a column as DuckDB names it; empty where the files have no such column. */
    public Optional<String> type(String name) {
        return Optional.ofNullable(columns.get(name)).map(Column::type);
    }

    /** The column as the files have it. */
    public Field<Object> raw(String name) {
        return field(name(Objects.requireNonNull(columns.get(name), name).name()), SQLDataType.OTHER);
    }

    /** The value of a key in a map of texts; null where the column is none. */
    public Field<String> inMap(String name, String key) {
        Column column = columns.get(name);
        return column == null || !column.type().startsWith("MAP")
                ? DSL.castNull(SQLDataType.VARCHAR)
                : DSL.nullif(
                        DSL.field("{0}[{1}]", SQLDataType.VARCHAR, field(name(column.name())), DSL.inline(key)),
                        DSL.inline(""));
    }
}
