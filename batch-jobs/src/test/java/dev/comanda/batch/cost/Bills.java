package dev.comanda.batch.cost;

import dev.comanda.cost.allocation.yaml.RulesFiles;
import dev.comanda.cost.bill.Deliveries;
import dev.comanda.cost.bill.storage.FolderDeliveries;
import dev.comanda.cost.charge.CostQuestion;
import dev.comanda.cost.charge.CostRow;
import dev.comanda.cost.charge.Metric;
import dev.comanda.cost.charge.ReportKey;
import dev.comanda.cost.fact.persistence.JooqCostFacts;
import dev.comanda.cost.imports.CostImport;
import dev.comanda.cost.imports.ImportOutcome;
import dev.comanda.cost.imports.archive.DeliveryArchive;
import dev.comanda.cost.imports.persistence.JooqPublishedBills;
import dev.comanda.cost.imports.persistence.JooqRefusals;
import dev.comanda.cost.report.CostReports;
import dev.comanda.cost.scan.duckdb.DuckDbChargeScan;
import dev.comanda.cost.scan.duckdb.ScanLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/** Bills imported into a test's database, and what is then reported of them. */
final class Bills {

    static final Path EXAMPLES = Path.of(System.getProperty("comanda.shared", "../../shared"), "examples", "bill");

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-04T06:00:00Z"), ZoneOffset.UTC);

    private final CostImport imports;
    private final CostReports reports;

    /** @param folder where they are kept */
    Bills(DSLContext database, Path folder) {
        DuckDbChargeScan scan = new DuckDbChargeScan(new ScanLimits(2, 512, folder.resolve("spill")));
        JooqPublishedBills published = new JooqPublishedBills(database, CLOCK);
        DeliveryArchive archive = new DeliveryArchive(folder.resolve("bills"));
        imports = new CostImport(scan, published, archive, RulesFiles::shipped, new JooqRefusals(database, CLOCK));
        reports = new CostReports(scan, published, archive, new JooqCostFacts(database), RulesFiles::shipped);
    }

    /** Forgets all that was imported. */
    static void beginEmpty(DSLContext database) {
        CostTables.empty(database);
    }

    List<ImportOutcome> read(Path folder) {
        return read(new FolderDeliveries(folder));
    }

    List<ImportOutcome> read(Deliveries deliveries) {
        List<ImportOutcome> outcomes = new ArrayList<>();
        imports.run(deliveries, null, outcomes::add);
        return outcomes;
    }

    List<ImportOutcome> read(Deliveries deliveries, YearMonth period) {
        List<ImportOutcome> outcomes = new ArrayList<>();
        imports.run(deliveries, period, outcomes::add);
        return outcomes;
    }

    CostReports reports() {
        return reports;
    }

    /** The amortised cost of a month by the keys, as lines of the export. */
    List<String> report(YearMonth period, ReportKey... keys) {
        List<String> lines = new ArrayList<>();
        reports.report(
                period, period, new CostQuestion(Arrays.asList(keys), Metric.AMORTIZED), row -> lines.add(line(row)));
        return lines;
    }

    /** The amortised cost of a month. */
    String total(YearMonth period) {
        return report(period, ReportKey.Column.MONTH).get(0).split(",", -1)[1];
    }

    List<String> restatement(YearMonth period) {
        List<String> lines = new ArrayList<>();
        reports.restatement(period, row -> lines.add(line(row)));
        return lines;
    }

    private static String line(CostRow row) {
        return String.join(",", row.keys()) + "," + row.cost().toPlainString() + "," + row.currency();
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path each : files.toList()) {
                Path target = to.resolve(Objects.toString(from.relativize(each)));
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.write(target, Files.readAllBytes(each));
                }
            }
        }
    }
}
