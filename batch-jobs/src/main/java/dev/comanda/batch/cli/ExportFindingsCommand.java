package dev.comanda.batch.cli;

import dev.comanda.ops.reconciliation.ReconciliationExports;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code export-findings --date D [--output F]}. */
@Command(
        name = "export-findings",
        mixinStandardHelpOptions = true,
        description = "Writes the laws that events were found to break on a date, as CSV.")
final class ExportFindingsCommand implements Callable<Integer> {

    private static final String[] HEADER = {"law", "ref", "expected", "actual", "currency"};

    @Spec
    private CommandSpec spec;

    @Option(names = "--date", required = true, paramLabel = "D", description = "the business date, as 2026-11-20")
    private LocalDate date;

    @Option(names = "--output", paramLabel = "F", description = "the file to write; standard output where absent")
    private @Nullable Path output;

    @SuppressWarnings("NullAway.Init") // picocli fills the fields
    ExportFindingsCommand() {}

    @Override
    public Integer call() {
        try (Platform platform = Platform.start()) {
            ReconciliationExports exports = platform.the(ReconciliationExports.class);
            CsvOutput.write(
                    output,
                    spec.commandLine().getOut(),
                    HEADER,
                    rows -> exports.findings(
                            date,
                            finding -> rows.row(
                                    finding.law(),
                                    finding.ref(),
                                    ExportReconciliationCommand.plain(finding.expected()),
                                    ExportReconciliationCommand.plain(finding.actual()),
                                    finding.currency())));
            return Comanda.DONE;
        }
    }
}
