package dev.comanda.cost.scan.duckdb;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import dev.comanda.cost.scan.sql.BillColumns;
import dev.comanda.cost.scan.sql.ChargeFields;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.Field;

/** What is divided where a line is, so that its parts add up to it. */
final class LineAmounts {

    /** At the prices that were agreed, without the discounts of commitments. */
    static final Field<BigDecimal> CONTRACTED = field(name("contracted"), BillColumns.COST);

    /** Amortised, in the currency of the prices, where a bill says it. */
    static final Field<BigDecimal> IN_PRICING_CURRENCY = field(name("in_pricing_currency"), BillColumns.COST);

    static final Field<BigDecimal> PRICED = field(name("priced"), BillColumns.COST);
    static final Field<BigDecimal> CONSUMED = field(name("consumed"), BillColumns.COST);
    static final Field<BigDecimal> COMMITTED = field(name("committed"), BillColumns.COST);

    /** Divided to the last digit by whole numbers. */
    static final List<Field<BigDecimal>> COSTS = List.of(
            ChargeFields.UNBLENDED,
            ChargeFields.AMORTIZED,
            ChargeFields.NET_AMORTIZED,
            ChargeFields.LIST,
            CONTRACTED,
            IN_PRICING_CURRENCY);

    /** Some are too large for that: bytes, requests. */
    static final List<Field<BigDecimal>> QUANTITIES = List.of(PRICED, CONSUMED, COMMITTED);

    private LineAmounts() {}
}
