package dev.comanda.cost.scan.sql;

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
import org.jspecify.annotations.Nullable;

/**
 * The columns that the files of one delivery have, found by the name that AWS gives them in Parquet. The CSV of a legacy report
 * writes {@code lineItem/UsageStartDate} for {@code line_item_usage_start_date}: Glue's rule, an underscore before every capital.
 */
public final class BillColumns {

    /** Costs are counted in decimals with 12 digits after the point. */
    public static final DataType<BigDecimal> COST = SQLDataType.DECIMAL(38, 12);

    private final Dialect dialect;
    private final Map<String, Column> columns = new TreeMap<>();

    /** @param types the types that the engine gives the columns, by the names that the delivery gives them */
    public BillColumns(Dialect dialect, Map<String, String> types) {
        this.dialect = dialect;
        types.forEach((name, type) -> columns.putIfAbsent(plain(name), new Column(name, type, dialect.kind(type))));
    }

    private record Column(String name, String type, ColumnKind kind) {

        Field<Object> field() {
            return DSL.field(DSL.name(name));
        }
    }

    private @Nullable Column column(String name) {
        return columns.get(dialect.name(name));
    }

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
        return column(name) != null;
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
        Column column = column(name);
        return column == null ? DSL.castNull(SQLDataType.VARCHAR) : DSL.cast(column.field(), SQLDataType.VARCHAR);
    }

    /** A cost; null where it is empty or the files have no such column. */
    public Field<BigDecimal> cost(String name) {
        Column column = column(name);
        return column == null ? DSL.castNull(COST) : dialect.cost(given(name, column), column.kind());
    }

    /** A cost in whole numbers of 10^-12; null where it is empty or the files have no such column. */
    public Field<BigInteger> quanta(String name) {
        Column column = column(name);
        return column == null || column.kind() != ColumnKind.DOUBLE
                ? dialect.quantaOf(cost(name))
                : dialect.quanta(column.field());
    }

    /** A number that is no cost; null also where it is none. */
    public Field<BigDecimal> quantity(String name) {
        Column column = column(name);
        return column == null
                ? DSL.castNull(COST)
                : DSL.field("try_cast({0} as decimal(38, 12))", COST, given(name, column));
    }

    /** A moment in UTC; null where it is empty or the files have no such column. */
    public Field<LocalDateTime> moment(String name) {
        Column column = column(name);
        return column == null
                ? DSL.castNull(SQLDataType.LOCALDATETIME)
                : dialect.moment(given(name, column), column.kind());
    }

    /** An empty text is no value. */
    private Field<?> given(String name, Column column) {
        return column.kind() == ColumnKind.TEXT ? text(name) : column.field();
    }

    /** What a column holds; empty where the files have no such column. */
    Optional<ColumnKind> kind(String name) {
        return Optional.ofNullable(column(name)).map(Column::kind);
    }

    /** The type of a column as the engine names it. */
    String type(String name) {
        return Objects.requireNonNull(column(name), name).type();
    }

    public boolean isMap(String name) {
        return kind(name).filter(ColumnKind.MAP::equals).isPresent();
    }

    /** The column as the files have it. */
    public Field<Object> raw(String name) {
        return DSL.field(DSL.name(Objects.requireNonNull(column(name), name).name()), SQLDataType.OTHER);
    }

    /** The value of a key in a map of texts; null where the column is none. */
    public Field<String> inMap(String name, String key) {
        Column column = column(name);
        return column == null || column.kind() != ColumnKind.MAP
                ? DSL.castNull(SQLDataType.VARCHAR)
                : DSL.nullif(dialect.inMap(column.field(), key), DSL.inline(""));
    }

    /** The value of a key in a map, or in JSON in a text. */
    Field<String> inMapOrJson(String name, String key) {
        return isMap(name) ? inMap(name, key) : dialect.inJson(text(name), key);
    }
}
