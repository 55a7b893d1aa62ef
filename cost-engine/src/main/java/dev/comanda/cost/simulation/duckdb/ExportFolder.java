package dev.comanda.cost.simulation.duckdb;

import dev.comanda.cost.simulation.SimulatedBill;
import dev.comanda.cost.simulation.SimulatedBill.Issue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/** Where a Data Export with an own folder for each execution puts its files. */
final class ExportFolder {

    static final String NAME = "comanda-cur2";
    static final String MANIFEST = NAME + "-Manifest.json";

    private static final DateTimeFormatter EXECUTED = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);

    private final Path export;

    ExportFolder(Path output) {
        this.export = output.resolve(NAME);
    }

    boolean holds(YearMonth period) {
        return Files.isRegularFile(metadata(period).resolve(MANIFEST));
    }

    /** A restatement comes a week after the bill. */
    Execution begin(YearMonth period, SimulatedBill bill) throws IOException {
        UUID id = UUID.nameUUIDFromBytes(
                (period + " " + bill.seed() + " " + bill.issue()).getBytes(StandardCharsets.UTF_8));
        LocalDateTime executed = period.plusMonths(1)
                .atDay(bill.issue() == Issue.RESTATED ? 9 : 2)
                .atTime(4, 15);
        String name = EXECUTED.format(executed) + "-" + id;
        Path data = export.resolve("data").resolve(partition(period)).resolve(name);
        Path metadata = metadata(period);
        Files.createDirectories(data);
        Files.createDirectories(metadata.resolve(name));
        return new Execution(id, period, data, metadata.resolve(name), metadata);
    }

    private Path metadata(YearMonth period) {
        return export.resolve("metadata").resolve(partition(period));
    }

    private static String partition(YearMonth period) {
        return "BILLING_PERIOD=" + period;
    }
}
