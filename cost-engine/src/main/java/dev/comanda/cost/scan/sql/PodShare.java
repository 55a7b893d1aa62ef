package dev.comanda.cost.scan.sql;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/**
 * What a pod has of an instance's line, in whole numbers of 10^-12. Numbers of 128 bits are slow to divide, so that each cost becomes
 * one where it is read, and is divided only where it has to be.
 */
public final class PodShare {

    public static final DataType<BigInteger> TYPE = SQLDataType.DECIMAL_INTEGER.precision(38);

    private static final DataType<Double> DOUBLE = SQLDataType.DOUBLE;

    /** What the instance cost in the hour, amortised; what of it the lines up to this one cost, and those before it. */
    public static final Field<BigInteger> WHOLE = field(name("whole"), TYPE);

    public static final Field<BigInteger> UNTIL = field(name("until"), TYPE);
    public static final Field<BigInteger> BEFORE = field(name("before"), TYPE);

    private PodShare() {}

    /** Such a number in 64 bits, which what an instance costs in an hour has room in: above 9.2 million of a currency it is refused. */
    static Field<BigInteger> small(Field<BigInteger> number) {
        return field("cast({0} as bigint)", TYPE, number);
    }

    /** The field of a cost as such a number. */
    public static Field<BigInteger> named(Field<BigDecimal> cost) {
        return field(name("number:" + cost.getName()), TYPE);
    }

    /** The sum of such numbers as a cost. */
    static Field<BigDecimal> cost(Dialect dialect, Field<BigInteger> number) {
        return field(
                        "cast({0} as decimal(26, 0)) * cast(0.000000000001 as decimal(12, 12))",
                        BillColumns.COST, dialect.sum(number))
                .cast(BillColumns.COST);
    }

    /** {@code cost * share / whole} rounded half up; nothing where the whole is none. */
    public static Field<BigInteger> proportion(
            Dialect dialect, Field<BigInteger> cost, Field<BigInteger> share, Field<BigInteger> whole) {
        Field<BigInteger> doubled = field("2 * {1} * abs({0}) + {2}", TYPE, cost, dialect.wide(share), whole);
        return field(
                """
                case when {2} <= 0 or {0} = 0 then 0
                     when {0} = {2} then {1}
                     else sign({0}) * {3} end
                """,
                TYPE, cost, share, whole, dialect.quotient(doubled, field("2 * {0}", TYPE, dialect.wide(whole))));
    }

    /** The factor of a share, as near as a double comes to it. */
    public static Field<Double> ratio(Field<BigInteger> cost, Field<BigInteger> whole) {
        return field(
                "case when {1} <= 0 then 0 else cast({0} as double) / cast({1} as double) end", DOUBLE, cost, whole);
    }

    /** A share to multiply ratios by. One below nothing is rounded as if it were above: no double says how. */
    public static Field<Double> factor(Field<BigInteger> share) {
        return field("case when {0} >= 0 then cast({0} as double) else cast('NaN' as double) end", DOUBLE, share);
    }

    /**
     * The same proportion. Each of the five roundings by which a double came to it is off by at most one part in 2^53; where that cannot
     * change to which whole number it is rounded, the double says it. To divide is left for the few others.
     *
     * @param near ratio times factor
     */
    public static Field<BigInteger> proportion(
            Dialect dialect,
            Field<Double> near,
            Field<BigInteger> cost,
            Field<BigInteger> share,
            Field<BigInteger> whole) {
        return field(
                """
                case when abs({0} - floor({0}) - 0.5) > abs({0}) * 1e-15 then cast({0} as bigint)
                     else cast({1} as bigint) end
                """,
                TYPE, near, proportion(dialect, cost, share, whole));
    }
}
