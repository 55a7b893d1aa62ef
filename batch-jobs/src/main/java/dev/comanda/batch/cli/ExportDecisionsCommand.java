package dev.comanda.batch.cli;

import dev.comanda.ops.decision.DecisionExports;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code export-decisions --date D [--output F]}. */
@Command(
        name = "export-decisions",
        mixinStandardHelpOptions = true,
        description = "Writes what the policies decided on a date, with the circumstances they decided in, as CSV.")
final class ExportDecisionsCommand implements Callable<Integer> {

    private static final String[] HEADER = {
        "business_date",
        "case",
        "cause",
        "subject",
        "policy",
        "version",
        "row",
        "action",
        "team",
        "amount",
        "currency",
        "circumstances"
    };

    @Spec
    private CommandSpec spec;

    @Option(names = "--date", required = true, paramLabel = "D", description = "the business date, as 2026-11-20")
    private LocalDate date;

    @Option(names = "--output", paramLabel = "F", description = "the file to write; standard output where absent")
    private @Nullable Path output;

    @SuppressWarnings("NullAway.Init") // picocli fills the fields
    ExportDecisionsCommand() {}

    @Override
    public Integer call() {
        try (Platform platform = Platform.start()) {
            DecisionExports exports = platform.the(DecisionExports.class);
            CsvOutput.write(
                    output,
                    spec.commandLine().getOut(),
                    HEADER,
                    rows -> exports.decisions(
                            date,
                            each -> rows.row(
                                    each.businessDate(),
                                    each.caseId(),
                                    each.cause(),
                                    each.subject(),
                                    each.policy(),
                                    each.version(),
                                    each.row(),
                                    each.action(),
                                    each.team(),
                                    ExportReconciliationCommand.plain(each.amount()),
                                    each.currency(),
                                    each.circumstances())));
            return Comanda.DONE;
        }
    }
}
