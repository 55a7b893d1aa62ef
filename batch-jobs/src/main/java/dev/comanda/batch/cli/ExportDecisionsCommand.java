package dev.comanda.batch.cli;

import dev.comanda.batch.cli.CsvOutput.Rows;
import dev.comanda.ops.decision.DecisionExports;
import java.time.LocalDate;
import picocli.CommandLine.Command;

/** {@code export-decisions --date D [--output F]}. */
@Command(
        name = "export-decisions",
        mixinStandardHelpOptions = true,
        description = "Writes what the policies decided on a date, with the circumstances they decided in, as CSV.")
final class ExportDecisionsCommand extends DayExport {

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

    @Override
    String[] header() {
        return HEADER;
    }

    @Override
    void write(Platform platform, LocalDate date, Rows rows) {
        platform.the(DecisionExports.class)
                .decisions(
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
                                plain(each.amount()),
                                each.currency(),
                                each.circumstances()));
    }
}
