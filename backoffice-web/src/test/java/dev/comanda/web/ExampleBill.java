package dev.comanda.web;

import dev.comanda.cost.allocation.yaml.RulesFiles;
import dev.comanda.cost.bill.storage.FolderDeliveries;
import dev.comanda.cost.imports.CostImport;
import dev.comanda.cost.imports.archive.DeliveryArchive;
import dev.comanda.cost.imports.persistence.JooqPublishedBills;
import dev.comanda.cost.imports.persistence.JooqRefusals;
import dev.comanda.cost.scan.duckdb.DuckDbChargeScan;
import dev.comanda.cost.scan.duckdb.ScanLimits;
import dev.comanda.cost.simulation.SimulatedBill;
import dev.comanda.cost.simulation.duckdb.BillSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/** A small simulated bill as imports leave it: October was restated, and the last delivery of November is torn. */
final class ExampleBill {

    static final YearMonth RESTATED = YearMonth.of(2026, 10);
    static final YearMonth TORN = YearMonth.of(2026, 11);

    /** The last day that is billed. */
    static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 20);

    static final String[] PAGES = {
        "/costs/imports",
        "/costs/imports/" + RESTATED,
        "/costs/imports/" + RESTATED + "?page=2",
        "/costs/imports/" + TORN,
    };

    /** What is shown of its costs; the files must be where it keeps them. */
    static final String[] COSTS = {
        "/costs",
        "/costs?period=2026-10&by=service&by=region&metric=unblended&compare=on",
        "/costs?period=last-30-days&by=namespace&compare=on",
        "/costs?period=last-3-months&by=month",
        "/costs?period=days&from=2026-10-10&to=2026-11-03&by=team&where=service%3DAmazonEC2",
        "/costs?by=usage_type",
        "/costs?by=usage_type&read=on",
        "/costs?by=tag&tag=team&read=on",
        "/costs?period=1999-01",
        "/costs/why?period=2026-10&where=team%3Dunallocated",
        "/costs/why?period=2026-10&where=resource%3Dx",
        "/costs/lines?period=2026-10&where=month%3D2026-10&where=rule%3Dunallocated",
        "/costs/rules",
    };

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T06:00:00Z"), ZoneOffset.UTC);

    private ExampleBill() {}

    /** Where the bill is delivered to, in the folder of a test. */
    static Path export(Path folder) {
        return folder.resolve("bill");
    }

    /** Where its imports are kept, for {@code comanda.cost.dir}. */
    static Path kept(Path folder) {
        return folder.resolve("kept");
    }

    /** Delivers the bill and imports it, delivery by delivery. */
    static void importInto(DSLContext database, Path folder) throws IOException {
        ScanLimits limits = new ScanLimits(2, 512, folder.resolve("spill"));
        BillSimulator simulator = new BillSimulator(limits);
        CostImport imports = new CostImport(
                new DuckDbChargeScan(limits),
                new JooqPublishedBills(database, CLOCK),
                new DeliveryArchive(kept(folder).resolve("bills")),
                RulesFiles::shipped,
                new JooqRefusals(database, CLOCK));
        Path export = export(folder);
        simulator.write(SimulatedBill.of(RESTATED, 2, SimulatedBill.ROWS_MIN, 1).until(LAST_DAY.plusDays(1)), export);
        take(imports, export);
        simulator.write(SimulatedBill.of(RESTATED, 1, SimulatedBill.ROWS_MIN, 1).restated(), export);
        take(imports, export);
        Files.delete(aFileOf(TORN, export));
        take(imports, export);
    }

    private static Path aFileOf(YearMonth period, Path export) throws IOException {
        try (Stream<Path> files = Files.walk(export)) {
            return files.filter(file -> file.toString().contains("data/BILLING_PERIOD=" + period))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void take(CostImport imports, Path export) {
        imports.run(new FolderDeliveries(export), null, outcome -> {});
    }
}
