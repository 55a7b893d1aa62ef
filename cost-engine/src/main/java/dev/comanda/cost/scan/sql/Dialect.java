package dev.comanda.cost.scan.sql;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * What engines have to be told in different words. In each of them an expression comes to the same, to the last digit: the rows of a
 * report do not depend on who computes them.
 */
public interface Dialect {

    /** What the columns of a type hold. */
    ColumnKind kind(String type);

    /** The name by which a table knows a column. */
    String name(String column);

    /** A whole number, with room for 38 digits. */
    Field<BigInteger> wide(Field<?> number);

    /**
     * A cost with 12 digits after the point. A double becomes the decimal nearest to it: times 10^12, rounded to a whole number, halves
     * away from zero, as IEEE 754 arithmetic has it. That is the only rule there is.
     */
    Field<BigDecimal> cost(Field<?> column, ColumnKind kind);

    /** A double in whole numbers of 10^-12, by the same rule. */
    Field<BigInteger> quanta(Field<?> number);

    /** A cost in whole numbers of 10^-12. */
    Field<BigInteger> quantaOf(Field<BigDecimal> cost);

    /** The sum of numbers of 64 bits, which needs more. */
    Field<BigInteger> sum(Field<BigInteger> number);

    /** A whole number divided by another; what is behind the point is cut off. */
    Field<BigInteger> quotient(Field<BigInteger> dividend, Field<BigInteger> divisor);

    /** A moment in UTC, of a text by what it says of its offset. */
    Field<LocalDateTime> moment(Field<?> column, ColumnKind kind);

    /** The value of a key in a map of texts; null where it has none. */
    Field<String> inMap(Field<?> map, String key);

    /** The value of a key in the text of a JSON object; null where it has none. */
    Field<String> inJson(Field<String> json, String key);

    /** Whether two values are the same, or none is there. */
    Condition same(Field<?> one, Field<?> other);
}
