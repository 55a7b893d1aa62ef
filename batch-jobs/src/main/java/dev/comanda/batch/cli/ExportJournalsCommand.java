package dev.comanda.batch.cli;

import dev.comanda.ops.ledger.Journal;
import dev.comanda.ops.ledger.JournalRow;
import dev.comanda.ops.ledger.Ledger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code export-journals --date D [--output F]}. */
@Command(
        name = "export-journals",
        mixinStandardHelpOptions = true,
        description = "Writes what was posted to the ledger on a date, as CSV.")
final class ExportJournalsCommand implements Callable<Integer> {

    private static final String[] HEADER = {
        "business_date",
        "legal_entity",
        "journal",
        "rule",
        "case",
        "corrects",
        "debit_account",
        "debit_party",
        "credit_account",
        "credit_party",
        "currency",
        "amount",
        "items"
    };

    @Spec
    private CommandSpec spec;

    @Option(names = "--date", required = true, paramLabel = "D", description = "the business date, as 2026-11-20")
    private LocalDate date;

    @Option(names = "--output", paramLabel = "F", description = "the file to write; standard output where absent")
    private @Nullable Path output;

    @SuppressWarnings("NullAway.Init") // picocli fills the fields
    ExportJournalsCommand() {}

    @Override
    public Integer call() {
        try (Platform platform = Platform.start()) {
            Ledger ledger = platform.the(Ledger.class);
            CsvOutput.write(
                    output,
                    spec.commandLine().getOut(),
                    HEADER,
                    rows -> ledger.export(date, row -> rows.row(cells(row))));
            return Comanda.DONE;
        }
    }

    private static @Nullable Object[] cells(JournalRow row) {
        Journal.Transfer transfer = row.transfer();
        return new @Nullable Object[] {
            row.businessDate(),
            row.legalEntity(),
            row.journal(),
            row.rule(),
            row.caseId(),
            row.corrects(),
            transfer.debitAccount(),
            transfer.debitParty(),
            transfer.creditAccount(),
            transfer.creditParty(),
            transfer.currency(),
            transfer.amount().toPlainString(),
            transfer.items()
        };
    }
}
