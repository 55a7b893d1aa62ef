package dev.comanda.batch.cli;

import dev.comanda.batch.cli.CsvOutput.Rows;
import dev.comanda.ops.reconciliation.ReconciliationExports;
import java.time.LocalDate;
import picocli.CommandLine.Command;

/** {@code export-findings --date D [--output F]}. */
@Command(
        name = "export-findings",
        mixinStandardHelpOptions = true,
        description = "Writes the laws that events were found to break on a date, as CSV.")
final class ExportFindingsCommand extends DayExport {

    private static final String[] HEADER = {"law", "ref", "expected", "actual", "currency"};

    @Override
    String[] header() {
        return HEADER;
    }

    @Override
    void write(Platform platform, LocalDate date, Rows rows) {
        platform.the(ReconciliationExports.class)
                .findings(
                        date,
                        each -> rows.row(
                                each.law(), each.ref(), plain(each.expected()), plain(each.actual()), each.currency()));
    }
}
