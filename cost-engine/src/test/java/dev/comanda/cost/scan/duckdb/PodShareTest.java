package dev.comanda.cost.scan.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import dev.comanda.cost.scan.sql.BillColumns;
import dev.comanda.cost.scan.sql.PodShare;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is quick to compute is what is meant, to the last digit. */
class PodShareTest {

    private static final Field<BigInteger> COST = number("cost");
    private static final Field<BigInteger> SHARE = number("share");
    private static final Field<BigInteger> WHOLE = number("whole");
    private static final Field<Double> NEAR = field(name("near"), SQLDataType.DOUBLE);

    @TempDir
    private Path folder;

    private record Part(BigInteger cost, BigInteger share, BigInteger whole) {

        static Part of(long cost, long share, long whole) {
            return new Part(BigInteger.valueOf(cost), BigInteger.valueOf(share), BigInteger.valueOf(whole));
        }

        /** Rounded half up, by whole numbers alone. */
        BigInteger rounded() {
            if (whole.signum() <= 0 || cost.signum() == 0) {
                return BigInteger.ZERO;
            }
            if (cost.equals(whole)) {
                return share;
            }
            BigInteger doubled = BigInteger.TWO.multiply(cost.abs()).multiply(share);
            return doubled.add(whole)
                    .divide(BigInteger.TWO.multiply(whole))
                    .multiply(BigInteger.valueOf(cost.signum()));
        }

        String asValues() {
            return "(%s::hugeint, %s::hugeint, %s::hugeint)".formatted(cost, share, whole);
        }
    }

    @Test
    void aPartThatADoubleIsNearToIsThePartThatDivisionGives() {
        List<Part> parts = new ArrayList<>(List.of(
                Part.of(1, 1, 2),
                Part.of(-1, 1, 2),
                Part.of(-7, 3, 2),
                Part.of(5, -3, 7),
                Part.of(0, 4, 7),
                Part.of(4, 4, 0),
                Part.of(4, 4, -3),
                Part.of(9_999_999_999_999L, 3, 9_999_999_999_999L),
                Part.of(1_000_000_000_001L, 999_999_999_999L, 1_000_000_000_000L),
                Part.of(4_000_000_000_000_000_001L, 3_999_999_999_999_999_999L, 4_000_000_000_000_000_000L)));
        Random random = new Random(7);
        for (int each = 0; each < 20_000; each++) {
            long whole = 2 * (1 + random.nextLong(1L << (2 + random.nextInt(45))));
            long share = random.nextLong(whole);
            parts.add(Part.of(random.nextLong(-whole, 2 * whole), share, whole));
            // Just at, before and after a half.
            parts.add(Part.of(whole / 2, 2 * random.nextLong(1L << 30) + 1, whole));
            parts.add(Part.of(whole / 2 + random.nextInt(3) - 1, share, whole));
        }
        assertThat(computed(parts)).isEqualTo(parts.stream().map(Part::rounded).toList());
    }

    private List<BigInteger> computed(List<Part> parts) {
        try (DuckDb duck = DuckDb.open(new ScanLimits(1, 256, folder))) {
            DSLContext sql = duck.sql();
            sql.connection(connection -> {
                try (var statement = connection.createStatement()) {
                    statement.execute("create temp table part as select row_number() over () as line, * from (values "
                            + parts.stream().map(Part::asValues).collect(Collectors.joining(", "))
                            + ") as given (cost, share, whole)");
                }
            });
            return sql.select(PodShare.proportion(DuckDbDialect.INSTANCE, NEAR, COST, SHARE, WHOLE)
                            .cast(PodShare.TYPE))
                    .from(sql.select(DSL.asterisk())
                            .select(PodShare.ratio(COST, WHOLE)
                                    .times(PodShare.factor(SHARE))
                                    .as(NEAR))
                            .from("part")
                            .asTable("pair"))
                    .orderBy(field(name("line")))
                    .fetch(row -> new BigInteger(row.get(0, String.class)));
        }
    }

    @Test
    void aCostIsTheSameNumberHoweverLargeItIs() {
        List<BigDecimal> costs = List.of(
                new BigDecimal("0.000000000001"),
                new BigDecimal("-999.999999999999"),
                new BigDecimal("999.999999999999"),
                new BigDecimal("1000.000000000001"),
                new BigDecimal("-12345678901234.123456789012"));
        try (DuckDb duck = DuckDb.open(new ScanLimits(1, 256, folder))) {
            for (BigDecimal cost : costs) {
                Field<BigDecimal> given =
                        field("cast('" + cost.toPlainString() + "' as decimal(38, 12))", BillColumns.COST);
                assertThat(duck.sql()
                                .select(DuckDbDialect.INSTANCE.quantaOf(given).cast(PodShare.TYPE))
                                .fetchSingle(0, String.class))
                        .isEqualTo(cost.movePointRight(12).toBigIntegerExact().toString());
            }
        }
    }

    @Test
    void aDoubleBecomesTheSameDecimalOnTheShortWayAndOnTheLong() {
        BillColumns columns = new BillColumns(DuckDbDialect.INSTANCE, Map.of("cost", "DOUBLE"));
        try (DuckDb duck = DuckDb.open(new ScanLimits(1, 256, folder))) {
            DSLContext sql = duck.sql();
            sql.fetch("select setseed(0.5)");
            sql.execute("create temp table line (cost double)");
            sql.execute(
                    "insert into line select (random() - 0.5) * power(10, (random() * 20)::integer - 10) from range(50000)");
            sql.execute("insert into line select number * 0.5e-12 from range(-1000, 1000) as halves (number)");
            sql.execute("insert into line values (999999.9999999999), (1000000), (-1e13), (null)");
            assertThat(sql.fetchCount(
                            DSL.table("line"),
                            columns.cost("cost")
                                    .isDistinctFrom(field("cast(cost as decimal(38, 12))", BillColumns.COST))))
                    .isZero();
            assertThat(sql.fetchCount(
                            DSL.table("line"),
                            columns.quanta("cost")
                                    .isDistinctFrom(field(
                                            "cast(cast(cost as decimal(38, 12)) * 1000000000000 as hugeint)",
                                            PodShare.TYPE))))
                    .isZero();
        }
    }

    private static Field<BigInteger> number(String name) {
        return field(name(name), PodShare.TYPE);
    }
}
