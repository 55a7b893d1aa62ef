package dev.comanda.batch.cli;

import dev.comanda.cost.scan.duckdb.ScanLimits;
import dev.comanda.cost.simulation.SimulatedBill;
import dev.comanda.cost.simulation.duckdb.BillSimulator;
import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code simulate-bill --month YYYY-MM --rows N --seed S --output DIR [--months N] [--until D] [--restated]}. */
@Command(
        name = "simulate-bill",
        mixinStandardHelpOptions = true,
        description = "Writes the bill of AWS for the synthetic marketplace, as a CUR 2.0 export.")
final class SimulateBillCommand implements Callable<Integer> {

    @Option(names = "--month", required = true, paramLabel = "YYYY-MM", description = "the first month that is billed")
    private YearMonth month;

    @Option(
            names = "--months",
            defaultValue = "1",
            paramLabel = "N",
            description = "how many months in a row (default: ${DEFAULT-VALUE})")
    private int months;

    @Option(names = "--rows", required = true, paramLabel = "N", description = "about how many lines a month")
    private long rows;

    @Option(names = "--seed", required = true, paramLabel = "S", description = "the same seed gives the same lines")
    private long seed;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "DIR",
            description = "the folder of the export; must be empty, but for --restated")
    private Path output;

    @Option(
            names = "--until",
            paramLabel = "D",
            description = "the bill as it was on this date of the last month, which is not in it")
    private @Nullable LocalDate until;

    @Option(
            names = "--restated",
            description = "deliver the months again, with changes, into the folder that holds them")
    private boolean restated;

    @SuppressWarnings("NullAway.Init") // picocli fills the fields
    SimulateBillCommand() {}

    @Override
    public Integer call() throws IOException {
        QuietLog.begin();
        try {
            SimulatedBill bill = SimulatedBill.of(month, months, rows, seed);
            bill = until == null ? bill : bill.until(until);
            bill = restated ? bill.restated() : bill;
            new BillSimulator(ScanLimits.standard(output.resolve(".spill"))).write(bill, output);
        } catch (IllegalArgumentException e) {
            throw new OpsException(ErrorCode.UNUSABLE_ARGUMENT, String.valueOf(e.getMessage()), e);
        }
        return Comanda.DONE;
    }
}
