package dev.comanda.batch.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NightsSimulationTest {

    private static final LocalDate DATE = LocalDate.of(2026, 10, 30);
    private static final int DAYS = 30;
    private static final int ORDERS_PER_DAY = 1_000;

    @TempDir
    private static Path folder;

    private static Path nights;
    private static DocumentContext expected;

    @BeforeAll
    static void simulateAMonth() throws IOException {
        nights = folder.resolve("month/nights");
        Path expectations =
                MarketplaceSimulator.simulateNights(SimulatedNights.until(DATE, DAYS, ORDERS_PER_DAY, 7), nights);
        expected = JsonPath.parse(Files.readString(expectations));
    }

    @Test
    void writesAFolderForEachNightAndNoPathTwice() throws IOException {
        Set<String> dates = new TreeSet<>();
        Set<String> paths = new TreeSet<>();
        for (Path file : files(nights)) {
            Path path = nights.relativize(file);
            dates.add(path.getName(0).toString());
            assertThat(paths.add(path.subpath(1, path.getNameCount()).toString()))
                    .as(path.toString())
                    .isTrue();
        }

        assertThat(dates).hasSize(DAYS).contains("2026-10-01", "2026-10-30");
        assertThat(paths).noneMatch(path -> path.endsWith(".part"));
    }

    @Test
    void givesTheSameBytesForTheSameArguments() throws IOException {
        Path one = folder.resolve("one/nights");
        Path other = folder.resolve("other/nights");
        SimulatedNights few = SimulatedNights.until(DATE, 4, 100, 3);

        Path expectations = MarketplaceSimulator.simulateNights(few, one);

        assertThat(MarketplaceSimulator.simulateNights(few, other)).hasSameBinaryContentAs(expectations);
        assertThat(files(other)).hasSameSizeAs(files(one));
        for (Path file : files(one)) {
            assertThat(other.resolve(one.relativize(file))).hasSameBinaryContentAs(file);
        }
    }

    @Test
    void plantsEveryCaseAndEveryBreakType() {
        assertThat(expected.<List<String>>read("$.exceptions[*].case"))
                .containsAll(Stream.of(ExceptionCase.values()).map(Enum::name).toList());
        assertThat(expected.<List<String>>read("$.exceptions[*].cause"))
                .containsAll(Stream.of(BreakType.values()).map(Enum::name).toList());
    }

    @Test
    void plantsAsManyAsTheRatesSay() throws IOException {
        ExceptionRates rates = ExceptionRates.timesAsOften(1);
        Map<String, Integer> counts = new HashMap<>();
        expected.<List<String>>read("$.exceptions[*].case").forEach(name -> counts.merge(name, 1, Integer::sum));

        for (ExceptionCase planted : ExceptionCase.values()) {
            if (planted.area().isOfOrders()) {
                int rows = planted == ExceptionCase.LATE_CAPTURE_OF_LINE ? 2 : 1;
                assertThat(counts).containsEntry(planted.name(), rows * rates.count(planted, DAYS * ORDERS_PER_DAY));
            }
        }
        assertThat(counts)
                .containsEntry("LATE_SETTLEMENT", 45)
                .containsEntry("LATE_PSP_PAYOUT", 3)
                .containsEntry("UNEXPECTED_DEBIT", 2);
    }

    @Test
    void givesAnOwnerToWhatAPersonDecidesAndAnEndToWhatIsMatched() {
        for (Map<String, Object> exception : expected.<List<Map<String, Object>>>read("$.exceptions[*]")) {
            assertThat("".equals(exception.get("owner")))
                    .as(exception.toString())
                    .isNotEqualTo("PERSON".equals(exception.get("decision")));
            assertThat("".equals(exception.get("endsOn")))
                    .as(exception.toString())
                    .isNotEqualTo("MATCHED".equals(exception.get("decision")));
        }
    }

    @Test
    void raisesAndEndsNothingAfterTheLastNight() {
        List<String> nightsNamed = Stream.concat(
                        expected.<List<String>>read("$.exceptions[*].raisedOn").stream(),
                        expected.<List<String>>read("$.exceptions[*].endsOn").stream())
                .filter(night -> !night.isEmpty())
                .toList();

        assertThat(nightsNamed).allMatch(night -> night.compareTo("2026-10-01") >= 0);
        assertThat(nightsNamed).allMatch(night -> night.compareTo(DATE.toString()) <= 0);
    }

    @Test
    void namesEachFileByItsNight() throws IOException {
        for (Path file : files(nights)) {
            assertThat(String.valueOf(file.getFileName()))
                    .contains(nights.relativize(file).getName(0).toString());
        }
    }

    @Test
    void refusesArgumentsItCannotUse() {
        for (int days : List.of(0, SimulatedNights.COUNT_MAX + 1)) {
            assertThatThrownBy(() -> SimulatedNights.until(DATE, days, 100, 7))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("days");
        }
        for (int orders : List.of(0, MarketplaceSimulator.ORDERS_MAX)) {
            assertThatThrownBy(() -> SimulatedNights.until(DATE, 2, orders, 7))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("orders");
        }
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
