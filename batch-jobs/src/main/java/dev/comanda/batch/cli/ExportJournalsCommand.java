package dev.comanda.batch.cli;

import dev.comanda.batch.cli.CsvOutput.Rows;
import dev.comanda.ops.ledger.Journal;
import dev.comanda.ops.ledger.JournalRow;
import dev.comanda.ops.ledger.Ledger;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** {@code export-journals --date D [--output F]}. */
@Command(
        name = "export-journals",
        mixinStandardHelpOptions = true,
        description = "Writes what was posted to the ledger on a date, as CSV.")
final class ExportJournalsCommand extends DayExport {

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

    @Override
    String[] header() {
        return HEADER;
    }

    @Override
    void write(Platform platform, LocalDate date, Rows rows) {
        platform.the(Ledger.class).export(date, row -> rows.row(cells(row)));
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
            plain(transfer.amount()),
            transfer.items()
        };
    }
}
