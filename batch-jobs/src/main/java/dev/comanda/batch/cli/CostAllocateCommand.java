package dev.comanda.batch.cli;

import dev.comanda.cost.imports.CostImport;
import dev.comanda.cost.imports.ImportOutcome;
import dev.comanda.cost.imports.ImportOutcome.Reallocated;
import dev.comanda.cost.imports.ImportOutcome.Unchanged;
import java.io.PrintWriter;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code cost-allocate [--period YYYY-MM]}. */
@Command(
        name = "cost-allocate",
        mixinStandardHelpOptions = true,
        description = "Gives the cost of published bills the owners that the allocation rules say now.")
final class CostAllocateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--period", paramLabel = "YYYY-MM", description = "only this month")
    private @Nullable YearMonth period;

    @SuppressWarnings("NullAway.Init") // picocli fills the fields
    CostAllocateCommand() {}

    @Override
    public Integer call() {
        try (Platform platform = Platform.start()) {
            platform.the(CostImport.class).allocate(period, this::print);
        }
        return Comanda.DONE;
    }

    private void print(ImportOutcome outcome) {
        PrintWriter out = spec.commandLine().getOut();
        if (outcome instanceof Reallocated changed) {
            out.println(changed.delivery().period() + ": allocated by the rules in force");
        } else if (outcome instanceof Unchanged unchanged) {
            out.println(unchanged.delivery().period() + ": unchanged, these are the rules it was allocated by");
        }
        out.flush();
    }
}
