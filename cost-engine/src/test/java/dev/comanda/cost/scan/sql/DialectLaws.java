package dev.comanda.cost.scan.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;

/** What every dialect must come to, by random and by awkward values, as Java's whole numbers and decimals have it. */
public abstract class DialectLaws {

    private static final int ROWS_AT_ONCE = 1000;
    private static final int RANDOM_ROWS = 2000;
    private static final BigDecimal QUANTA = BigDecimal.TEN.pow(12);

    private static final Field<String> A = given("a");
    private static final Field<String> B = given("b");
    private static final Field<String> C = given("c");

    protected abstract Dialect dialect();

    protected abstract DSLContext sql();

    private static Field<String> given(String name) {
        return field(name(name), SQLDataType.VARCHAR);
    }

    private static Field<Object> doubleOf(Field<String> text) {
        return field("cast({0} as double)", Object.class, text);
    }

    private static Field<BigDecimal> costOf(Field<String> text) {
        return field("cast({0} as decimal(38, 12))", BillColumns.COST, text);
    }

    private static Field<BigInteger> smallOf(Field<String> text) {
        return field("cast({0} as bigint)", PodShare.TYPE, text);
    }

    /** What the expression comes to for each row of up to three texts. */
    private List<String> computed(List<List<String>> rows, Field<?> expression) {
        List<String> all = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
            List<List<String>> some = rows.subList(from, Math.min(rows.size(), from + ROWS_AT_ONCE));
            String values = IntStream.range(0, some.size())
                    .mapToObj(row -> "(" + row
                            + some.get(row).stream()
                                    .map(each -> ", '" + each + "'")
                                    .collect(Collectors.joining()) + ")")
                    .collect(Collectors.joining(", "));
            String columns = List.of("a", "b", "c").subList(0, some.get(0).size()).stream()
                    .map(each -> ", " + each)
                    .collect(Collectors.joining());
            all.addAll(sql().fetch(sql().renderInlined(DSL.select(expression.cast(SQLDataType.VARCHAR))
                            .from("(values " + values + ") as given (n" + columns + ")")
                            .orderBy(field(name("n")))))
                    .getValues(0, String.class));
        }
        return all;
    }

    private List<String> computed(List<String> values, Function<Field<String>, Field<?>> expression) {
        return computed(values.stream().map(List::of).toList(), expression.apply(A));
    }

    private static List<Double> doubles() {
        List<Double> doubles = new ArrayList<>(List.of(
                0.0,
                -0.0,
                0.5e-12,
                1.5e-12,
                2.5e-12,
                -0.5e-12,
                -2.5e-12,
                Math.nextDown(0.5e-12),
                9.9e24,
                123456789.12345679,
                Math.nextDown(9223372.036854776),
                9223372.036854776,
                -9223372.036854776,
                1125.899906842624,
                4503.599627370497,
                9007.199254740994,
                1e14,
                999.9999999999995,
                1234.5678901234564));
        Random random = new Random(7);
        while (doubles.size() < RANDOM_ROWS) {
            double sign = random.nextBoolean() ? 1 : -1;
            doubles.add(sign
                    * switch (random.nextInt(4)) {
                        case 0 -> Math.exp(random.nextDouble() * 85 - 30);
                        case 1 -> (random.nextInt(100_000) + 0.5) * 1e-12;
                        case 2 -> random.nextInt(100_000) / 1e4 + (random.nextInt(1000) + 0.5) * 1e-12;
                        default -> random.nextDouble() * 1e9;
                    });
        }
        return doubles;
    }

    /** {@link Dialect#cost}, as Java has it. */
    private static BigDecimal rule(double number) {
        return new BigDecimal(number * 1e12).setScale(0, RoundingMode.HALF_UP);
    }

    private static List<String> texts(List<?> values) {
        return values.stream().map(Object::toString).toList();
    }

    @Test
    protected void aDoubleBecomesTheDecimalNearestToIt() {
        List<Double> doubles = doubles();

        assertThat(computed(texts(doubles), a -> dialect().cost(doubleOf(a), ColumnKind.DOUBLE)))
                .isEqualTo(doubles.stream()
                        .map(each -> rule(each).movePointLeft(12).setScale(12).toPlainString())
                        .toList());
    }

    @Test
    protected void aDoubleBecomesTheSameWholeNumber() {
        List<Double> doubles = doubles();

        assertThat(computed(texts(doubles), a -> dialect().quanta(doubleOf(a))))
                .isEqualTo(
                        doubles.stream().map(each -> rule(each).toPlainString()).toList());
    }

    @Test
    protected void aCostIsAWholeNumberOfItsLastDigits() {
        Random random = new Random(8);
        List<BigDecimal> costs = new ArrayList<>(List.of(
                new BigDecimal("0.000000000001"),
                new BigDecimal("-999.999999999999"),
                new BigDecimal("1000.000000000001"),
                new BigDecimal("-12345678901234.123456789012")));
        for (int each = 0; each < RANDOM_ROWS; each++) {
            costs.add(new BigDecimal(new BigInteger(10 + random.nextInt(70), random), 12)
                    .multiply(BigDecimal.valueOf(random.nextBoolean() ? 1 : -1)));
        }

        assertThat(computed(texts(costs.stream().map(BigDecimal::toPlainString).toList()), a -> dialect()
                        .quantaOf(costOf(a))))
                .isEqualTo(costs.stream()
                        .map(each -> each.multiply(QUANTA).toBigIntegerExact().toString())
                        .toList());
    }

    @Test
    protected void aQuotientIsCutOff() {
        Random random = new Random(9);
        List<List<String>> pairs = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int each = 0; each < RANDOM_ROWS; each++) {
            BigInteger dividend = new BigInteger(random.nextInt(120), random)
                    .multiply(BigInteger.valueOf(random.nextBoolean() ? 1 : -1));
            BigInteger divisor = new BigInteger(1 + random.nextInt(60), random).add(BigInteger.ONE);
            pairs.add(List.of(dividend.toString(), divisor.toString()));
            expected.add(dividend.divide(divisor).toString());
        }

        assertThat(computed(
                        pairs, dialect().quotient(dialect().wide(A), dialect().wide(B))))
                .isEqualTo(expected);
    }

    @Test
    protected void aProportionIsRoundedHalfUp() {
        Random random = new Random(10);
        List<List<String>> parts = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int each = 0; each < RANDOM_ROWS; each++) {
            int bits = 3 + random.nextInt(40);
            long cost = random.nextLong(1L << bits) - (1L << (bits - 2));
            long share = random.nextLong(1L << bits) - (1L << (bits - 3));
            long whole = random.nextLong(1L << bits) - (1L << (bits - 3));
            parts.add(List.of("" + cost, "" + share, "" + whole));
            expected.add(proportion(BigInteger.valueOf(cost), BigInteger.valueOf(share), BigInteger.valueOf(whole))
                    .toString());
        }

        assertThat(computed(
                        parts,
                        dialect()
                                .wide(PodShare.proportion(
                                        dialect(), smallOf(A), dialect().wide(B), smallOf(C)))))
                .isEqualTo(expected);
    }

    private static BigInteger proportion(BigInteger cost, BigInteger share, BigInteger whole) {
        if (whole.signum() <= 0 || cost.signum() == 0) {
            return BigInteger.ZERO;
        }
        if (cost.equals(whole)) {
            return share;
        }
        return BigInteger.TWO
                .multiply(cost.abs())
                .multiply(share)
                .add(whole)
                .divide(BigInteger.TWO.multiply(whole))
                .multiply(BigInteger.valueOf(cost.signum()));
    }

    @Test
    protected void aSumHasMoreRoomThanItsNumbers() {
        String most = String.valueOf(Long.MAX_VALUE);

        assertThat(sql().fetch(sql().renderInlined(
                                        DSL.select(dialect().sum(smallOf(A)).cast(SQLDataType.VARCHAR))
                                                .from("(values ('" + most + "'), ('" + most + "')) as given (a)")))
                        .getValues(0, String.class))
                .containsExactly("18446744073709551614");
    }

    @Test
    protected void aTextIsAMomentInUtc() {
        List<String> said = List.of("2026-01-01T00:00:00Z", "2026-01-01T00:30:00+01:00", "2026-01-01 00:00:00");

        assertThat(computed(said, a -> dialect().moment(a, ColumnKind.TEXT)).stream()
                        .map(each -> LocalDateTime.parse(each.substring(0, 19).replace(' ', 'T'))))
                .containsExactly(
                        LocalDateTime.parse("2026-01-01T00:00:00"),
                        LocalDateTime.parse("2025-12-31T23:30:00"),
                        LocalDateTime.parse("2026-01-01T00:00:00"));
    }

    @Test
    protected void aKeyThatIsNotThereIsNull() {
        Field<Object> map = field("map(array[{0}], array['there'])", Object.class, A);

        assertThat(computed(List.of("k", "other"), a -> dialect().inMap(map, "k")))
                .containsExactly("there", null);
        assertThat(computed(
                        List.of("{\"a:b\": \"there\"}", "{}"), a -> dialect().inJson(a, "a:b")))
                .containsExactly("there", null);
    }

    @Test
    protected void nothingIsTheSameAsNothingAlone() {
        Field<String> one = DSL.nullif(A, DSL.inline("null"));
        Field<String> other = DSL.nullif(B, DSL.inline("null"));

        assertThat(computed(
                        List.of(
                                List.of("null", "null"),
                                List.of("", "null"),
                                List.of("null", ""),
                                List.of("x", "x"),
                                List.of("x", "y")),
                        DSL.when(dialect().same(one, other), DSL.inline("same")).otherwise(DSL.inline("not"))))
                .containsExactly("same", "not", "not", "same", "not");
    }
}
