package dev.comanda.batch.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comanda.cost.allocation.yaml.RulesFiles;
import dev.comanda.cost.bill.storage.FolderDeliveries;
import dev.comanda.cost.charge.CostQuestion;
import dev.comanda.cost.charge.Metric;
import dev.comanda.cost.charge.ReportKey;
import dev.comanda.cost.focus.FocusDataset;
import dev.comanda.cost.focus.FocusDataset.Written;
import dev.comanda.cost.focus.FocusExport;
import dev.comanda.cost.focus.FocusExport.Exported;
import dev.comanda.cost.focus.duckdb.DuckDbFocusDataset;
import dev.comanda.cost.focus.folder.FocusFolder;
import dev.comanda.cost.imports.ImportOutcome.Imported;
import dev.comanda.cost.imports.archive.DeliveryArchive;
import dev.comanda.cost.imports.persistence.JooqPublishedBills;
import dev.comanda.cost.scan.duckdb.ScanLimits;
import dev.comanda.ops.error.OpsException;
import dev.comanda.ops.testing.PostgresExtension;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Published bills, written as FOCUS and read again. */
class FocusExportIT {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-04T06:00:00Z"), ZoneOffset.UTC);
    private static final YearMonth AUGUST = YearMonth.of(2026, 8);
    private static final Path SHARED = Path.of(System.getProperty("comanda.shared", "../../shared"));

    private static final String OTHER_ROWS = WrittenBill.ROWS.replace("2.75", "3.25");

    @TempDir
    private Path folder;

    private Bills bills;
    private Path output;

    @BeforeEach
    void beginEmpty() {
        Bills.beginEmpty(postgres.dsl());
        bills = new Bills(postgres.dsl(), folder.resolve("kept"));
        output = folder.resolve("focus");
    }

    /** A source of bills, and the month of it that is exported. */
    record Source(Path place, YearMonth period, boolean isFocus) {}

    /** The first is written by the test, so that there is one where the others are not. */
    static Stream<Source> sources() {
        return Stream.of(
                        new Source(Path.of(""), AUGUST, false),
                        new Source(SHARED.resolve("examples/bill/export"), AUGUST, false),
                        new Source(
                                SHARED.resolve("data/cost/cur-legacy/Nov2018-WorkshopCUR-00001.snappy.parquet"),
                                YearMonth.of(2018, 11),
                                false),
                        new Source(
                                SHARED.resolve("data/cost/focus/focus-1.0-real-anonymised/focus_sample.csv"),
                                YearMonth.of(2024, 9),
                                true))
                .filter(each -> each.place().toString().isEmpty() || Files.exists(each.place()));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void anExportReadAgainIsTheSameBill(Source source) throws IOException, SQLException {
        Path place = source.place();
        if (place.toString().isEmpty()) {
            place = folder.resolve("billing");
            new WrittenBill(place).deliver(WrittenBill.ROWS);
        }
        assertThat(bills.read(new FolderDeliveries(place), source.period()))
                .hasSize(1)
                .allMatch(Imported.class::isInstance);
        Map<String, Map<String, BigDecimal>> before = reports(bills, source);
        Exported exported = export(source.period());

        Bills.beginEmpty(postgres.dsl());
        Bills again = new Bills(postgres.dsl(), folder.resolve("again"));
        assertThat(again.read(output)).hasSize(1).allMatch(Imported.class::isInstance);

        assertThat(reports(again, source)).isEqualTo(before);
        for (Metric metric : List.of(Metric.UNBLENDED, Metric.AMORTIZED, Metric.LIST)) {
            assertThat(report(again, source.period(), "account,service,date,charge_type", metric))
                    .isEqualTo(sums(exported.written(), metric))
                    .isNotEmpty();
        }
    }

    /** Service and charge type have other names in FOCUS, unless the bill was in FOCUS before. */
    private static Map<String, Map<String, BigDecimal>> reports(Bills of, Source source) {
        Map<String, Map<String, BigDecimal>> reports = new TreeMap<>();
        String keys = source.isFocus() ? "account,service,date,charge_type,region" : "account,date,region";
        for (Metric metric : List.of(Metric.UNBLENDED, Metric.AMORTIZED, Metric.LIST)) {
            reports.put(metric.code(), report(of, source.period(), keys, metric));
        }
        return reports;
    }

    private static Map<String, BigDecimal> report(Bills of, YearMonth period, String keys, Metric metric) {
        List<ReportKey> asked = Arrays.stream(keys.split(","))
                .map(each -> ReportKey.of(each).orElseThrow())
                .toList();
        Map<String, BigDecimal> sums = new TreeMap<>();
        of.reports()
                .report(
                        period,
                        period,
                        new CostQuestion(asked, metric),
                        row -> sums.merge(String.join(",", row.keys()), row.cost(), BigDecimal::add));
        return sums;
    }

    private static Map<String, BigDecimal> sums(Written written, Metric metric) throws SQLException {
        String cost =
                switch (metric) {
                    case UNBLENDED -> "BilledCost";
                    case AMORTIZED, NET_AMORTIZED -> "EffectiveCost";
                    case LIST -> "ListCost";
                };
        Map<String, BigDecimal> sums = new TreeMap<>();
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            statement.execute("set TimeZone = 'UTC'");
            ResultSet rows = statement.executeQuery(
                    """
                    select concat_ws(',', coalesce("SubAccountId", "BillingAccountId"), "ServiceName",
                               cast("ChargePeriodStart" as date), "ChargeCategory"), sum("%s")
                    from read_parquet([%s]) group by 1
                    """
                            .formatted(
                                    cost,
                                    written.files().stream()
                                            .map(each -> "'" + each + "'")
                                            .collect(Collectors.joining(", "))));
            while (rows.next()) {
                sums.put(rows.getString(1), rows.getBigDecimal(2));
            }
        }
        return sums;
    }

    @Test
    void aMonthThatIsNotPublishedIsNotExported() {
        assertThatThrownBy(() -> export(AUGUST))
                .isInstanceOf(OpsException.class)
                .hasMessage("no bill of 2026-08 is published; import it first with cost-import");
        assertThat(output).doesNotExist();
    }

    @Test
    void aLaterExportReplacesItsMonthWholeAndNothingElse() throws IOException, SQLException {
        WrittenBill bill = new WrittenBill(folder.resolve("billing"));
        bill.deliver(WrittenBill.ROWS);
        bills.read(bill.folder());
        Path first = export(AUGUST).written().files().get(0);
        Path other = Files.writeString(
                Files.createDirectories(output.resolve("data/2026-07")).resolve("x"), "mine");
        Path mine = Files.writeString(output.resolve("data/2026-08/notes.txt"), "mine");

        bill.deliver(OTHER_ROWS);
        bills.read(bill.folder());
        Exported later = export(AUGUST);

        assertThat(later.written().billed()).isEqualByComparingTo("4.75");
        assertThat(first).doesNotExist();
        assertThat(parquetFiles()).isEqualTo(later.written().files());
        assertThat(other).hasContent("mine");
        assertThat(mine).hasContent("mine");
    }

    @Test
    void theSameBillGivesTheSameBytes() throws IOException, SQLException {
        WrittenBill bill = new WrittenBill(folder.resolve("billing"));
        bill.deliver(WrittenBill.ROWS, OTHER_ROWS);
        bills.read(bill.folder());
        export(AUGUST);
        Map<String, String> before = contents();
        export(AUGUST);

        assertThat(contents()).isEqualTo(before).hasSizeGreaterThan(4);
    }

    @Test
    void whatIsNotTheBillIsNotPutInPlace() throws IOException, SQLException {
        WrittenBill bill = new WrittenBill(folder.resolve("billing"));
        bill.deliver(WrittenBill.ROWS);
        bills.read(bill.folder());
        export(AUGUST);
        Map<String, String> before = contents();
        FocusDataset wrong = (files, rules, to) -> {
            Written right = dataset().write(files, rules, to);
            return new Written(
                    right.files(),
                    right.rows(),
                    right.billed(),
                    right.effective().add(new BigDecimal("1e-12")),
                    right.list());
        };

        assertThatThrownBy(() -> export(AUGUST, wrong))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("period 2026-08: the sum of EffectiveCost came to 4.250000000001 and the bill is"
                        + " 4.250000000000; nothing was exported");
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void anOutputThatIsNoFolderIsRefused() throws IOException, SQLException {
        WrittenBill bill = new WrittenBill(folder.resolve("billing"));
        bill.deliver(WrittenBill.ROWS);
        bills.read(bill.folder());
        output = Files.writeString(folder.resolve("file"), "mine");

        assertThatThrownBy(() -> export(AUGUST))
                .isInstanceOf(OpsException.class)
                .hasMessageStartingWith("--output ")
                .hasMessageEndingWith("is no folder that can be written to");
        assertThat(output).hasContent("mine");
    }

    private Exported export(YearMonth period) {
        return export(period, dataset());
    }

    private Exported export(YearMonth period, FocusDataset dataset) {
        DSLContext database = postgres.dsl();
        return new FocusExport(
                        dataset,
                        new JooqPublishedBills(database, CLOCK),
                        new DeliveryArchive(folder.resolve("kept/bills")),
                        RulesFiles::shipped)
                .export(period, new FocusFolder(output));
    }

    private FocusDataset dataset() {
        return new DuckDbFocusDataset(new ScanLimits(2, 512, folder.resolve("spill")));
    }

    private List<Path> parquetFiles() throws IOException {
        try (Stream<Path> all = Files.walk(output)) {
            return all.filter(each -> each.toString().endsWith(".parquet"))
                    .sorted()
                    .toList();
        }
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> all = Files.walk(output)) {
            List<Path> files = new ArrayList<>(all.filter(Files::isRegularFile).toList());
            for (Path each : files) {
                contents.put(Objects.toString(output.relativize(each)), Arrays.toString(Files.readAllBytes(each)));
            }
        }
        return contents;
    }
}
