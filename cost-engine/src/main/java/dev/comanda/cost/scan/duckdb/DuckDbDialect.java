package dev.comanda.cost.scan.duckdb;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;

import dev.comanda.cost.scan.sql.BillColumns;
import dev.comanda.cost.scan.sql.ColumnKind;
import dev.comanda.cost.scan.sql.Dialect;
import dev.comanda.cost.scan.sql.PodShare;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The words of DuckDB, chosen by what is quick there. Its cast of a double to a decimal is the rule of {@link #cost}. */
final class DuckDbDialect implements Dialect {

    static final Dialect INSTANCE = new DuckDbDialect();

    /** What fits in 64 bits: DuckDB makes such a decimal of a double several times as fast as a longer one, by the same rule. */
    private static final DataType<BigDecimal> SMALL_COST = SQLDataType.DECIMAL(18, 12);

    private static final Pattern NUMBER = Pattern.compile("(FLOAT|TINYINT|SMALLINT|INTEGER|BIGINT|DECIMAL\\(.*\\))");
    private static final Pattern MOMENT = Pattern.compile("(TIMESTAMP.*|DATE)");

    private DuckDbDialect() {}

    @Override
    public ColumnKind kind(String type) {
        if (type.equals("DOUBLE")) {
            return ColumnKind.DOUBLE;
        }
        if (type.equals("VARCHAR")) {
            return ColumnKind.TEXT;
        }
        if (type.startsWith("MAP")) {
            return ColumnKind.MAP;
        }
        if (NUMBER.matcher(type).matches()) {
            return ColumnKind.NUMBER;
        }
        return MOMENT.matcher(type).matches() ? ColumnKind.MOMENT : ColumnKind.OTHER;
    }

    @Override
    public String name(String column) {
        return column;
    }

    @Override
    public Field<BigInteger> wide(Field<?> number) {
        return field("cast({0} as hugeint)", PodShare.TYPE, number);
    }

    @Override
    public Field<BigDecimal> cost(Field<?> column, ColumnKind kind) {
        return kind == ColumnKind.TEXT
                ? DSL.cast(column, BillColumns.COST)
                : coalesce(DSL.tryCast(column, SMALL_COST).cast(BillColumns.COST), DSL.cast(column, BillColumns.COST));
    }

    @Override
    public Field<BigInteger> quanta(Field<?> number) {
        return field(
                "coalesce(cast(cast(try_cast({0} as decimal(18, 0)) as bigint) as hugeint), cast(cast({0} as decimal(38, 0)) as hugeint))",
                PodShare.TYPE, field("{0} * 1e12", Object.class, number));
    }

    /**
     * To divide a decimal of 128 bits by its scale is slow; up to 1000 a double has all of its digits, and two roundings cannot be off by
     * a half.
     */
    @Override
    public Field<BigInteger> quantaOf(Field<BigDecimal> cost) {
        return field(
                """
                case when abs({0}) < 1000 then cast(round(cast({0} as double) * 1e12) as bigint)
                     else cast({0} * 1000000000000 as hugeint) end
                """,
                PodShare.TYPE, cost);
    }

    @Override
    public Field<BigInteger> sum(Field<BigInteger> number) {
        return field("sum({0})", PodShare.TYPE, number);
    }

    @Override
    public Field<BigInteger> quotient(Field<BigInteger> dividend, Field<BigInteger> divisor) {
        return field("divide({0}, {1})", PodShare.TYPE, dividend, divisor);
    }

    /** A cast of a text to a timestamp alone forgets the offset; the zone of the connection is UTC. */
    @Override
    public Field<LocalDateTime> moment(Field<?> column, ColumnKind kind) {
        return kind == ColumnKind.TEXT
                ? field("cast(cast({0} as timestamp with time zone) as timestamp)", SQLDataType.LOCALDATETIME, column)
                : DSL.cast(column, SQLDataType.LOCALDATETIME);
    }

    @Override
    public Field<String> inMap(Field<?> map, String key) {
        return field("{0}[{1}]", SQLDataType.VARCHAR, map, inline(key));
    }

    @Override
    public Field<String> inJson(Field<String> json, String key) {
        return field(
                "json_extract_string({0}, {1})",
                SQLDataType.VARCHAR, json, inline("$.\"" + key.replace("\"", "") + "\""));
    }

    @Override
    public Condition same(Field<?> one, Field<?> other) {
        return DSL.condition("{0} is not distinct from {1}", one, other);
    }
}
