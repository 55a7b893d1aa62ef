package dev.comanda.cost.simulation.duckdb;

import dev.comanda.cost.scan.duckdb.ScanLimits;
import dev.comanda.cost.simulation.SimulatedBill;
import dev.comanda.cost.simulation.SimulatedBill.Issue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/** Writes the CUR 2.0 export of the simulated company, in the layout in which AWS keeps each execution. */
public final class BillSimulator {

    private final ScanLimits limits;

    /** @param limits what may be used of the machine; the lines do not depend on it */
    public BillSimulator(ScanLimits limits) {
        this.limits = limits;
    }

    /**
     * Writes the months, oldest first, each with its manifest last.
     *
     * @param output for a first issue a folder that is empty or does not exist yet; for a restatement the one with the first issue
     * @throws IllegalArgumentException where the folder cannot be used
     */
    public void write(SimulatedBill bill, Path output) throws IOException {
        ExportFolder export = new ExportFolder(output.toAbsolutePath().normalize());
        check(bill, output, export);
        for (int month = 0; month < bill.months(); month++) {
            YearMonth period = bill.first().plusMonths(month);
            Execution execution = export.begin(period, bill);
            List<Path> files = new MonthWriter(bill, period, limits).write(execution);
            execution.commit(files);
        }
    }

    private static void check(SimulatedBill bill, Path output, ExportFolder export) throws IOException {
        if (bill.issue() == Issue.RESTATED) {
            if (!export.holds(bill.first())) {
                throw new IllegalArgumentException(
                        "output " + output + " holds no bill of " + bill.first() + " to restate; simulate it first");
            }
            return;
        }
        if (!Files.exists(output)) {
            return;
        }
        try (Stream<Path> entries = Files.list(output)) {
            if (entries.findAny().isPresent()) {
                throw new IllegalArgumentException(
                        "output " + output + " is not empty; name a folder that is empty or does not exist yet");
            }
        }
    }
}
