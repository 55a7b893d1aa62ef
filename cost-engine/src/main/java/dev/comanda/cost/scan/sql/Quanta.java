package dev.comanda.cost.scan.sql;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import dev.comanda.cost.allocation.Share;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Costs in whole numbers of 10^-21: 12 digits of a cost, and 9 of the share that somebody bears of it. Such a product is exact, and so
 * are sums of them in any order.
 */
final class Quanta {

    static final DataType<BigInteger> TYPE = SQLDataType.DECIMAL_INTEGER.precision(38);
    static final Field<BigInteger> COST = field(name("quanta"), TYPE);

    private static final int SCALE = 21;

    private Quanta() {}

    /** A cost, borne whole. */
    static Field<BigInteger> of(Dialect dialect, Field<BigDecimal> cost) {
        return of(dialect, cost, inline(Share.WHOLE));
    }

    /** A part of a cost. */
    static Field<BigInteger> of(Dialect dialect, Field<BigDecimal> cost, Field<Long> billionths) {
        return field(
                "{0} * {1}",
                TYPE, dialect.wide(field("{0} * 1000000000000", BigDecimal.class, cost)), dialect.wide(billionths));
    }

    static BigDecimal cost(@Nullable Object sum) {
        if (sum instanceof BigInteger quanta) {
            return new BigDecimal(quanta, SCALE);
        }
        return sum instanceof BigDecimal cost ? cost : BigDecimal.ZERO;
    }
}
