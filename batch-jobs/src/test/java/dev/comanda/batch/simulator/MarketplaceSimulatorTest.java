package dev.comanda.batch.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarketplaceSimulatorTest {

    private static final LocalDate DATE = LocalDate.of(2026, 10, 14);
    private static final int ORDERS = 1_000;
    private static final long SEED = 7;

    @TempDir
    private static Path folder;

    private static SimulatedInbox day;

    @BeforeAll
    static void simulateOneDay() throws IOException {
        day = simulate("day", DATE, SEED, SimulationVariant.plain());
    }

    @Test
    void givesTheSameBytesForTheSameArguments() throws Exception {
        SimulatedInbox again = simulate("again", DATE, SEED, SimulationVariant.plain());

        assertThat(again.digests("")).isEqualTo(day.digests(""));
        assertThat(folder.resolve("again/expected.json")).hasSameBinaryContentAs(folder.resolve("day/expected.json"));
    }

    @Test
    void givesOtherBytesForAnotherSeed() throws Exception {
        SimulatedInbox other = simulate("other", DATE, SEED + 1, SimulationVariant.plain());

        assertThat(other.digests("psp/").values())
                .doesNotContainAnyElementsOf(day.digests("psp/").values());
    }

    @Test
    void plantsEveryBreakTypeInAThousandOrders() {
        assertThat(day.breakTypes())
                .containsAll(Stream.of(BreakType.values()).map(BreakType::name).toList());
    }

    @Test
    void plantsEveryBreakTypeOnAHolidayToo() throws IOException {
        SimulatedInbox holiday = simulate("holiday", LocalDate.of(2026, 10, 12), SEED, SimulationVariant.plain());

        assertThat(holiday.breakTypes())
                .containsAll(Stream.of(BreakType.values()).map(BreakType::name).toList());
    }

    @Test
    void plantsEveryMatchRule() {
        assertThat(day.rules(Reconciliation.ORDER_PAYMENT)).containsExactlyInAnyOrder("exact", "split", "nothing-due");
        assertThat(day.rules(Reconciliation.PAYMENT_SETTLEMENT))
                .containsExactlyInAnyOrder("exact", "split", "reference", "grouped", "tolerance");
        for (Reconciliation payouts :
                List.of(Reconciliation.PSP_PAYOUT, Reconciliation.RESTAURANT_PAYOUT, Reconciliation.COURIER_PAYOUT)) {
            assertThat(day.rules(payouts)).containsExactlyInAnyOrder("exact", "amount-date");
        }
        assertThat(day.rules(Reconciliation.RESTAURANT_ACCRUAL)).containsExactly("exact");
        assertThat(day.rules(Reconciliation.COURIER_ACCRUAL)).containsExactly("exact");
    }

    @Test
    void leavesItemsInTransitOnBothSides() {
        assertThat(day.inTransit(Reconciliation.ORDER_PAYMENT, "right")).isPositive();
        assertThat(day.inTransit(Reconciliation.PAYMENT_SETTLEMENT, "right")).isPositive();
        for (Reconciliation reconciliation : Reconciliation.values()) {
            if (reconciliation != Reconciliation.ORDER_PAYMENT) {
                assertThat(day.inTransit(reconciliation, "left")).isPositive();
            }
        }
    }

    @Test
    void breaksEveryLawOfTheFeeds() {
        assertThat(day.brokenLaws())
                .contains("ORDER_TOTAL", "ORDER_ITEMS", "COMMISSION", "RESTAURANT_NET", "COURIER_TOTAL", "PAYOUT_SUM");
    }

    @Test
    void namesRecordsThatExist() throws IOException {
        String events = String.join("\n", day.distinctEvents());
        List<String> references = new ArrayList<>(day.references());
        references.addAll(day.findingReferences());
        for (String reference : references) {
            int mark = reference.indexOf('#');
            if (mark < 0) {
                assertThat(events).contains("\"" + reference + "\"");
            } else {
                int number = Integer.parseInt(reference.substring(mark + 1).replaceAll("\\..*", ""));
                assertThat(recordsOf(reference.substring(0, mark))).isGreaterThanOrEqualTo(number);
            }
        }
    }

    @Test
    void countsTheEventsThatItDelivers() throws IOException {
        int lines = 0;
        for (String path : day.paths("events/")) {
            lines += day.lines(path).size();
        }
        assertThat(day.distinctEvents()).hasSize(day.events("distinct"));
        assertThat(lines)
                .isEqualTo(day.events("distinct")
                        + day.events("duplicates")
                        + day.events("rejected")
                        + day.events("ignored"));
        assertThat(day.paths("events/")).anyMatch(path -> path.endsWith(".gz"));
    }

    @Test
    void strewsTheSameEventsOverOtherFiles() throws Exception {
        SimulatedInbox strewn = simulate("strewn", DATE, SEED, SimulationVariant.shuffledOver(5, 99));

        assertThat(strewn.distinctEvents()).isEqualTo(day.distinctEvents());
        assertThat(strewn.paths("events/")).hasSize(6);
        assertThat(strewn.events("duplicates")).isGreaterThan(day.events("duplicates"));
        assertThat(strewn.digests("psp/")).isEqualTo(day.digests("psp/"));
        assertThat(strewn.digests("bank/")).isEqualTo(day.digests("bank/"));
        assertThat(strewn.breakTypes()).isEqualTo(day.breakTypes());
    }

    @Test
    void leavesNothingBehindThatIsStillBeingWritten() throws IOException {
        assertThat(day.paths()).noneMatch(path -> path.endsWith(".part"));
    }

    @Test
    void refusesAFolderThatIsNotEmpty() throws IOException {
        Path full = Files.createDirectories(folder.resolve("full"));
        Files.writeString(full.resolve("file"), "");

        assertThatThrownBy(() -> MarketplaceSimulator.simulate(DATE, ORDERS, SEED, full))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(full.toString(), "is not empty");
    }

    @Test
    void refusesArgumentsItCannotUse() {
        Path output = folder.resolve("never");

        for (int orders : List.of(0, -1, MarketplaceSimulator.ORDERS_MAX + 1)) {
            assertThatThrownBy(() -> MarketplaceSimulator.simulate(DATE, orders, SEED, output))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("orders");
        }
        for (LocalDate date : Set.of(LocalDate.of(2019, 12, 31), LocalDate.of(2099, 1, 1))) {
            assertThatThrownBy(() -> MarketplaceSimulator.simulate(date, ORDERS, SEED, output))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("date");
        }
        assertThat(output).doesNotExist();
    }

    private static SimulatedInbox simulate(String name, LocalDate date, long seed, SimulationVariant variant)
            throws IOException {
        Path inbox = folder.resolve(name).resolve("inbox");
        return new SimulatedInbox(inbox, MarketplaceSimulator.simulate(date, ORDERS, seed, inbox, variant));
    }

    private static long recordsOf(String path) throws IOException {
        String sign = path.endsWith(".json")
                ? "\"endToEndId\""
                : path.endsWith(".xml")
                        ? "<Ntry>"
                        : path.endsWith(".ofx") ? "<STMTTRN>" : path.endsWith(".sta") ? ":61:" : "";
        return day.lines(path).stream().filter(line -> line.contains(sign)).count();
    }
}
