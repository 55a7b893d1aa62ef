package dev.comanda.batch.cli;

import dev.comanda.batch.simulator.MarketplaceSimulator;
import dev.comanda.batch.simulator.SimulatedNights;
import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code simulate --date D --orders N --seed S --output DIR [--days N]}. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = "Writes a synthetic marketplace day into an inbox, with its planted breaks listed beside it.")
final class SimulateCommand implements Callable<Integer> {

    @Option(names = "--date", required = true, paramLabel = "D", description = "the business date, as 2026-11-20")
    private LocalDate date;

    @Option(
            names = "--orders",
            required = true,
            paramLabel = "N",
            description = "how many orders; with --days, how many a day")
    private int orders;

    @Option(
            names = "--days",
            defaultValue = "1",
            paramLabel = "N",
            description =
                    "how many nights in a row up to the date, each in a folder of its own (default: ${DEFAULT-VALUE})")
    private int days;

    @Option(names = "--seed", required = true, paramLabel = "S", description = "the same seed gives the same bytes")
    private long seed;

    @Option(names = "--output", required = true, paramLabel = "DIR", description = "the inbox to write; must be empty")
    private Path output;

    @SuppressWarnings("NullAway.Init") // picocli fills the fields
    SimulateCommand() {}

    @Override
    public Integer call() throws IOException {
        try {
            if (days == 1) {
                MarketplaceSimulator.simulate(date, orders, seed, output);
            } else {
                MarketplaceSimulator.simulateNights(SimulatedNights.until(date, days, orders, seed), output);
            }
        } catch (IllegalArgumentException e) {
            throw new OpsException(ErrorCode.UNUSABLE_ARGUMENT, String.valueOf(e.getMessage()), e);
        }
        return Comanda.DONE;
    }
}
