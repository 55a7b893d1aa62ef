package dev.comanda.cost.scan.duckdb;

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
final class PodShare {

    static final DataType<BigInteger> TYPE = SQLDataType.DECIMAL_INTEGER.precision(38);

    /** What the instance cost in the hour, amortised; what of it the lines up to this one cost, and those before it. */
    static final Field<BigInteger> WHOLE = field(name("whole"), TYPE);

    static final Field<BigInteger> UNTIL = field(name("until"), TYPE);
    static final Field<BigInteger> BEFORE = field(name("before"), TYPE);

    private PodShare() {}

    static Field<BigInteger> number(Field<BigDecimal> cost) {
        return field("cast({0} * 1000000000000 as hugeint)", TYPE, cost);
    }

    /** The field of a cost as such a number. */
    static Field<BigInteger> named(Field<BigDecimal> cost) {
        return field(name("number:" + cost.getName()), TYPE);
    }

    /** The sum of such numbers as a cost. */
    static Field<BigDecimal> cost(Field<BigInteger> number) {
        return field(
                        "cast(sum({0}) as decimal(26, 0)) * cast(0.000000000001 as decimal(12, 12))",
                        BillColumns.COST, number)
                .cast(BillColumns.COST);
    }

    /** {@code cost * share / whole} rounded half up; nothing where the whole is none. */
    static Field<BigInteger> proportion(Field<BigInteger> cost, Field<BigInteger> share, Field<BigInteger> whole) {
        return field(
                """
                case when {2} <= 0 or {0} = 0 then 0
                     when {0} = {2} then {1}
                     else sign({0}) * divide(2 * abs({0}) * {1} + {2}, 2 * {2}) end
                """,
                TYPE, cost, share, whole);
    }
}
