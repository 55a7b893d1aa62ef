package dev.comanda.cost.scan.trino;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;

import dev.comanda.cost.scan.sql.BillColumns;
import dev.comanda.cost.scan.sql.ColumnKind;
import dev.comanda.cost.scan.sql.Dialect;
import dev.comanda.cost.scan.sql.PodShare;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The words of Trino, and of Athena, whose third engine is one. */
final class TrinoDialect implements Dialect {

    static final Dialect INSTANCE = new TrinoDialect();

    /** A timestamp that says no digits has three of them, and rounds the last moment of a day up to the next day. */
    private static final DataType<LocalDateTime> MICROSECONDS = SQLDataType.LOCALDATETIME(6);

    private static final Pattern NUMBER = Pattern.compile("(tinyint|smallint|integer|bigint|decimal\\(.*\\))");

    private TrinoDialect() {}

    @Override
    public ColumnKind kind(String type) {
        if (type.equals("double") || type.equals("real")) {
            return ColumnKind.DOUBLE;
        }
        if (type.startsWith("varchar") || type.startsWith("char")) {
            return ColumnKind.TEXT;
        }
        if (type.startsWith("map(")) {
            return ColumnKind.MAP;
        }
        if (NUMBER.matcher(type).matches()) {
            return ColumnKind.NUMBER;
        }
        return type.equals("date") || type.startsWith("timestamp") ? ColumnKind.MOMENT : ColumnKind.OTHER;
    }

    /** Names of columns are folded. */
    @Override
    public String name(String column) {
        return column.toLowerCase(Locale.ROOT);
    }

    @Override
    public Field<BigInteger> wide(Field<?> number) {
        return field("cast({0} as decimal(38, 0))", PodShare.TYPE, number);
    }

    @Override
    public Field<BigDecimal> cost(Field<?> column, ColumnKind kind) {
        return switch (kind) {
            case DOUBLE ->
                field("cast(({0}) * decimal '0.000000000001' as decimal(38, 12))", BillColumns.COST, quanta(column));
            case TEXT -> field("cast(trim({0}) as decimal(38, 12))", BillColumns.COST, column);
            default -> DSL.cast(column, BillColumns.COST);
        };
    }

    /**
     * Trino's own cast of a double to a decimal goes by the shortest text that tells the double from its neighbours, which is another
     * number. Its cast to 64 bits is exact, and so are the two of them, 2^63 apart, that a larger one is taken to.
     */
    @Override
    public Field<BigInteger> quanta(Field<?> number) {
        return field(
                """
                case when abs({0}) < 9e18 then cast(cast({0} as bigint) as decimal(38, 0))
                     else cast(cast(truncate({0} / 9223372036854775808e0) as bigint) as decimal(38, 0)) * decimal '9223372036854775808'
                         + cast(cast({0} % 9223372036854775808e0 as bigint) as decimal(38, 0)) end
                """,
                PodShare.TYPE, field("(cast({0} as double) * 1e12)", Double.class, number));
    }

    @Override
    public Field<BigInteger> quantaOf(Field<BigDecimal> cost) {
        return wide(field("{0} * 1000000000000", BigDecimal.class, cost));
    }

    @Override
    public Field<BigInteger> sum(Field<BigInteger> number) {
        return field("sum({0})", PodShare.TYPE, wide(number));
    }

    /** Trino rounds a quotient of decimals, so that nothing is left to round. */
    @Override
    public Field<BigInteger> quotient(Field<BigInteger> dividend, Field<BigInteger> divisor) {
        return field("((({0}) - ({0}) % ({1})) / ({1}))", PodShare.TYPE, dividend, divisor);
    }

    @Override
    public Field<LocalDateTime> moment(Field<?> column, ColumnKind kind) {
        return kind == ColumnKind.TEXT
                ? field(
                        """
                        case when strpos({0}, 'T') > 0
                             then cast(from_iso8601_timestamp_nanos({0}) at time zone 'UTC' as timestamp(6))
                             else cast({0} as timestamp(6)) end
                        """,
                        MICROSECONDS, column)
                : DSL.cast(column, MICROSECONDS);
    }

    /** A subscript would raise where the key is absent. */
    @Override
    public Field<String> inMap(Field<?> map, String key) {
        return field("element_at({0}, {1})", SQLDataType.VARCHAR, map, inline(key));
    }

    @Override
    public Field<String> inJson(Field<String> json, String key) {
        return field(
                "json_extract_scalar({0}, {1})",
                SQLDataType.VARCHAR, json, inline("$[\"" + key.replace("\"", "") + "\"]"));
    }

    /** Not "is not distinct from": a join by it loses the rows of a column that is null in all of them (trinodb/trino, issue 26257). */
    @Override
    public Condition same(Field<?> one, Field<?> other) {
        return DSL.condition(
                "coalesce(cast({0} as varchar), '') = coalesce(cast({1} as varchar), '') and ({0} is null) = ({1} is null)",
                one, other);
    }
}
