package dev.comanda.batch.demo;

import dev.comanda.cost.bill.storage.FolderDeliveries;
import dev.comanda.cost.imports.CostImport;
import dev.comanda.cost.imports.ImportOutcome.Refused;
import dev.comanda.cost.imports.PublishedBills;
import dev.comanda.cost.imports.PublishedDelivery;
import dev.comanda.cost.scan.duckdb.ScanLimits;
import dev.comanda.cost.simulation.SimulatedBill;
import dev.comanda.cost.simulation.duckdb.BillSimulator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** The bill of the cloud up to the simulated day: the month before, which AWS delivers twice, and the one under way. */
final class DemoBill {

    private static final Logger log = LoggerFactory.getLogger(DemoBill.class);

    private static final int ROWS = 100_000;

    private final CostImport imports;
    private final PublishedBills published;
    private final Path dataFolder;
    private final Path costFolder;

    /** @param costFolder gets the allocation rules of the simulated company, unless it has some */
    DemoBill(CostImport imports, PublishedBills published, Path dataFolder, Path costFolder) {
        this.imports = imports;
        this.published = published;
        this.dataFolder = dataFolder.toAbsolutePath().normalize();
        this.costFolder = costFolder.toAbsolutePath().normalize();
    }

    /** @param today the last day that is billed */
    void fill(LocalDate today, long seed) throws IOException {
        YearMonth current = YearMonth.from(today);
        YearMonth before = current.minusMonths(1);
        Optional<PublishedDelivery> last = published.find(before);
        if (last.isPresent() && last.get().replaced() != null) {
            log.info("Demo: the bills of {} and {} are there from an earlier start", before, current);
            return;
        }
        writeRules();
        SimulatedBill bill = SimulatedBill.of(before, 2, ROWS, seed).until(today.plusDays(1));
        Path export = export(bill);
        take(export);
        simulator().write(SimulatedBill.of(before, 1, ROWS, seed).restated(), export);
        take(export);
        log.info("Demo: the bills of {} and {} are published", before, current);
    }

    private void writeRules() throws IOException {
        Path rules = costFolder.resolve("rules.yaml");
        if (Files.exists(rules)) {
            return;
        }
        Files.createDirectories(costFolder);
        try (InputStream simulated = Objects.requireNonNull(DemoBill.class.getResourceAsStream("rules.yaml"))) {
            Files.copy(simulated, rules);
        }
    }

    /** Written under another name first, as the inbox is. */
    private Path export(SimulatedBill bill) throws IOException {
        Path export = dataFolder.resolve("demo-bill");
        if (!Files.exists(export)) {
            log.info("Demo: simulating the bill of AWS into {}", export);
            Path unfinished = dataFolder.resolve("demo-bill.unfinished");
            FileSystemUtils.deleteRecursively(unfinished);
            simulator().write(bill, unfinished);
            Files.move(unfinished, export);
        }
        return export;
    }

    private void take(Path export) {
        imports.run(new FolderDeliveries(export), null, outcome -> {
            if (outcome instanceof Refused refused) {
                log.error("Demo: {}", refused.problem().getMessage());
            }
        });
    }

    private BillSimulator simulator() {
        return new BillSimulator(ScanLimits.standard(dataFolder.resolve("demo-bill.spill")));
    }
}
