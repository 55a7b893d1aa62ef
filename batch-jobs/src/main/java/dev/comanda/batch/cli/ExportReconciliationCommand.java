package dev.comanda.batch.cli;

import dev.comanda.batch.cli.CsvOutput.Rows;
import dev.comanda.ops.reconciliation.Reconciliation;
import dev.comanda.ops.reconciliation.ReconciliationExports;
import java.time.LocalDate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code export-reconciliation --name NAME --date D [--output F]}. */
@Command(
        name = "export-reconciliation",
        mixinStandardHelpOptions = true,
        description = "Writes what a reconciliation published for a date, as CSV.")
final class ExportReconciliationCommand extends DayExport {

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

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "the reconciliation")
    private String name;

    @SuppressWarnings("NullAway.Init") // picocli fills the fields
    ExportReconciliationCommand() {}

    @Override
    String[] header() {
        return HEADER;
    }

    @Override
    void check() {
        reconciliation();
    }

    private Reconciliation reconciliation() {
        return Names.reconciliation(name, "--name");
    }

    @Override
    void write(Platform platform, LocalDate date, Rows rows) {
        platform.the(ReconciliationExports.class)
                .rows(
                        reconciliation(),
                        date,
                        each -> rows.row(
                                each.reconciliation(),
                                each.businessDate(),
                                each.status(),
                                each.type(),
                                each.rule(),
                                each.leftRefs(),
                                each.rightRefs(),
                                plain(each.leftAmount()),
                                plain(each.rightAmount()),
                                each.currency(),
                                plain(each.difference()),
                                each.resolution()));
    }
}
