package dev.comanda.batch.cli;

import dev.comanda.cost.charge.Metric;
import dev.comanda.cost.opinion.Comparison;
import dev.comanda.cost.opinion.SecondOpinion;
import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code cost-check --period P [--metric M] [--format csv|json] [--output F]}. */
@Command(
        name = "cost-check",
        mixinStandardHelpOptions = true,
        description = "Compares the published bill of a month with what Cost Explorer says, service by service.")
final class CostCheckCommand implements Callable<Integer> {

    private static final String[] COLUMNS = {"service", "bill", "cost_explorer", "difference", "currency", "mapped"};

    @Spec
    private CommandSpec spec;

    @Option(names = "--period", required = true, paramLabel = "YYYY-MM", description = "a billing period")
    private YearMonth period;

    @Option(names = "--metric", paramLabel = "M", defaultValue = "unblended", description = "unblended or amortized")
    private String metric;

    @Option(names = "--format", paramLabel = "F", defaultValue = "csv", description = "csv or json")
    private String format;

    @Option(names = "--output", paramLabel = "F", description = "the file to write; standard output where absent")
    private @Nullable Path output;

    @SuppressWarnings("NullAway.Init") // picocli fills the fields
    CostCheckCommand() {}

    @Override
    public Integer call() {
        Metric wanted = Optional.of(metric)
                .flatMap(Metric::of)
                .filter(each -> each == Metric.UNBLENDED || each == Metric.AMORTIZED)
                .orElseThrow(() -> new OpsException(
                        ErrorCode.UNUSABLE_ARGUMENT,
                        "--metric " + metric + " is none that Cost Explorer knows; there are unblended, amortized"));
        ReportFormat written = ReportFormat.of(format);
        try (Platform platform = Platform.start()) {
            List<Comparison> services = platform.the(SecondOpinion.class).compare(period, wanted);
            written.write(
                    output,
                    spec.commandLine().getOut(),
                    COLUMNS,
                    rows -> services.forEach(each -> rows.row(
                            each.service(),
                            each.bill().toPlainString(),
                            each.costExplorer().toPlainString(),
                            each.difference().toPlainString(),
                            each.currency(),
                            each.isMapped() ? "yes" : "no")));
            return Comanda.DONE;
        }
    }
}
