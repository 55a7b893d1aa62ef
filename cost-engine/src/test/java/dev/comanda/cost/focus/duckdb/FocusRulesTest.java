package dev.comanda.cost.focus.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.cost.focus.FocusColumn;
import dev.comanda.cost.scan.duckdb.DuckDb;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the specification demands of the 57 columns (FOCUS 1.2, "Columns"), told in {@code focus-1.2-columns.csv} and in the rules beside
 * it.
 */
class FocusRulesTest {

    private static final Map<String, String> TYPES = Map.of(
            "String", "VARCHAR",
            "JSON", "VARCHAR",
            "Date/Time", "TIMESTAMP WITH TIME ZONE",
            "Decimal", "DECIMAL(38,12)");

    @TempDir
    private static Path folder;

    static Stream<TestBill> bills() throws IOException {
        return TestBill.all(folder).stream();
    }

    @ParameterizedTest
    @MethodSource("bills")
    void theColumnsAreThoseOfTheSpecificationAndThenOurOwn(TestBill bill) throws IOException {
        Map<String, String> types = types(bill);

        assertThat(types.keySet().stream().limit(57))
                .containsExactlyElementsOf(
                        specified().stream().map(each -> each.get("column")).toList());
        assertThat(types.keySet().stream().skip(57)).isNotEmpty().allMatch(each -> each.matches("x_[A-Z][A-Za-z]+"));
        specified().forEach(each -> assertThat(types.get(each.get("column")))
                .as(each.get("column"))
                .isEqualTo(each.get("column").endsWith("UnitPrice") ? "DECIMAL(38,18)" : TYPES.get(each.get("type"))));
    }

    private Map<String, String> types(TestBill bill) throws IOException {
        try (DuckDb duck = exported(bill)) {
            Map<String, String> types = new LinkedHashMap<>();
            duck.sql()
                    .fetch("describe focus")
                    .forEach(row -> types.put(row.get(0, String.class), row.get(1, String.class)));
            return types;
        }
    }

    @ParameterizedTest
    @MethodSource("bills")
    void whatMustBeThereIsAndOnlyAllowedValuesAre(TestBill bill) throws IOException {
        try (DuckDb duck = exported(bill)) {
            List<String> broken = new ArrayList<>();
            for (CSVRecord each : specified()) {
                String column = '"' + each.get("column") + '"';
                if (each.get("nullable").equals("no") && count(duck, column + " is null") > 0) {
                    broken.add(column + " is null");
                }
                String values = Stream.of(each.get("allowed").split("\\|"))
                        .map(value -> "'" + value + "'")
                        .collect(Collectors.joining(", "));
                if (!each.get("allowed").isEmpty() && count(duck, column + " not in (" + values + ")") > 0) {
                    broken.add(column + " has a value that is not allowed");
                }
                if (each.get("type").equals("String") && count(duck, "trim(" + column + ") = ''") > 0) {
                    broken.add(column + " is empty");
                }
            }
            assertThat(broken).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("bills")
    void noRuleOfTheSpecificationIsBroken(TestBill bill) throws IOException {
        try (DuckDb duck = exported(bill)) {
            assertThat(broken(duck, "focus-1.2-rules.csv")).isEmpty();
            if (!bill.isFocus()) {
                assertThat(broken(duck, "focus-1.2-rules-of-costs.csv")).isEmpty();
            }
        }
    }

    private static List<String> broken(DuckDb duck, String rules) throws IOException {
        List<String> broken = new ArrayList<>();
        for (CSVRecord each : table(rules)) {
            long rows = count(duck, each.get("broken_where"));
            if (rows > 0) {
                broken.add(each.get("rule") + ": " + rows + " rows");
            }
        }
        return broken;
    }

    @Test
    void aServiceIsOfOneKindAndThatKindIsOneOfTheSpecification() throws IOException {
        List<String> kinds = table("service-subcategories.csv").stream()
                .map(each -> each.get("category") + "/" + each.get("subcategory"))
                .toList();
        Map<String, List<String>> ofService = table("services.csv").stream()
                .collect(Collectors.groupingBy(
                        each -> each.get("service"),
                        Collectors.mapping(
                                each -> each.get("category") + "/" + each.get("subcategory"), Collectors.toList())));

        assertThat(kinds).hasSize(82);
        assertThat(ofService.values()).allSatisfy(each -> {
            assertThat(each.stream().distinct()).hasSize(1);
            assertThat(kinds).containsAll(each);
        });
    }

    @Test
    void theSchemaThatIsWrittenBesideIsThatOfTheFiles() throws IOException {
        assertThat(types(TestBill.simulated(folder)).keySet())
                .containsExactlyElementsOf(
                        FocusColumn.all().stream().map(FocusColumn::name).toList());
    }

    private DuckDb exported(TestBill bill) throws IOException {
        List<Path> files = TestBill.exported(bill, folder);
        DuckDb duck = DuckDb.open(TestBill.limits(folder, 2));
        Statements.run(
                duck.sql(),
                "create view focus as from read_parquet(["
                        + files.stream().map(Statements::text).collect(Collectors.joining(", ")) + "])");
        References.load(duck.sql());
        Statements.run(duck.sql(), "create view subcategory as from focus_subcategory");
        return duck;
    }

    private static long count(DuckDb duck, String condition) {
        long[] count = new long[1];
        duck.sql().connection(connection -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("select count(*) from focus where " + condition)) {
                rows.next();
                count[0] = rows.getLong(1);
            }
        });
        return count[0];
    }

    private static List<CSVRecord> specified() throws IOException {
        return table("focus-1.2-columns.csv");
    }

    private static List<CSVRecord> table(String resource) throws IOException {
        try (var rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(Objects.requireNonNull(Statements.text(resource))))) {
            return rows.getRecords();
        }
    }
}
