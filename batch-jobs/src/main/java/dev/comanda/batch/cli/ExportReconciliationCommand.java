package dev.comanda.batch.cli;

import dev.comanda.ops.reconciliation.Reconciliation;
import dev.comanda.ops.reconciliation.ReconciliationExports;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code export-reconciliation --name NAME --date D [--output F]}. */
@Command(
        name = "export-reconciliation",
        mixinStandardHelpOptions = true,
        description = "Writes what a reconciliation published for a date, as CSV.")
final class ExportReconciliationCommand implements Callable<Integer> {

    private static final String[] HEADER = {
        "reconciliation",
        "business_date",
        "status",
        "type",
        "rule",
        "left_refs",
        "right_refs",
        "left_amount",
        "right_amount",
        "currency",
        "difference",
        "resolution"
    };

    @Spec
    private CommandSpec spec;

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "the reconciliation")
    private String name;

    @Option(names = "--date", required = true, paramLabel = "D", description = "the business date, as 2026-11-20")
    private LocalDate date;

    @Option(names = "--output", paramLabel = "F", description = "the file to write; standard output where absent")
    private @Nullable Path output;

    @SuppressWarnings("NullAway.Init") // picocli fills the fields
    ExportReconciliationCommand() {}

    @Override
    public Integer call() {
        Reconciliation reconciliation = Names.reconciliation(name, "--name");
        try (Platform platform = Platform.start()) {
            ReconciliationExports exports = platform.the(ReconciliationExports.class);
            CsvOutput.write(
                    output,
                    spec.commandLine().getOut(),
                    HEADER,
                    rows -> exports.rows(
                            reconciliation,
                            date,
                            row -> rows.row(
                                    row.reconciliation(),
                                    row.businessDate(),
                                    row.status(),
                                    row.type(),
                                    row.rule(),
                                    row.leftRefs(),
                                    row.rightRefs(),
                                    plain(row.leftAmount()),
                                    plain(row.rightAmount()),
                                    row.currency(),
                                    plain(row.difference()),
                                    row.resolution())));
            return Comanda.DONE;
        }
    }

    static @Nullable String plain(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.toPlainString();
    }
}
