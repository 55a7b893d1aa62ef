package dev.comanda.ops.reconciliation.persistence;

import static org.jooq.impl.DSL.sum;

import dev.comanda.sql.money.Routines;
import java.math.BigDecimal;
import org.jooq.Field;

/** Sums of money as they are compared and exported: rounded half-even to the decimals of their currency. */
final class SqlMoney {

    private SqlMoney() {}

    static Field<BigDecimal> roundedSum(Field<BigDecimal> amount, Field<String> currency) {
        return rounded(sum(amount), currency);
    }

    static Field<BigDecimal> rounded(Field<BigDecimal> amount, Field<String> currency) {
        return Routines.rounded(amount, currency);
    }
}
