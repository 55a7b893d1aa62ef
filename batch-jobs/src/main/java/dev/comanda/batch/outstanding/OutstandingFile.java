package dev.comanda.batch.outstanding;

import dev.comanda.batch.readers.UnreadableFileException;
import dev.comanda.batch.readers.text.Columns;
import dev.comanda.batch.readers.text.CsvRecords;
import dev.comanda.batch.readers.text.CsvTitles;
import dev.comanda.batch.readers.text.RawRecord;
import dev.comanda.batch.readers.text.RefusedRecordException;
import dev.comanda.ops.ingest.ReasonCode;
import dev.comanda.ops.ingest.RejectedRecord;
import dev.comanda.ops.reconciliation.OutstandingItem;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The CSV of docs/outstanding.md, row by row with memory that does not grow with the file. */
final class OutstandingFile {

    private static final List<String> TITLES = List.of("reconciliation", "id", "business_date");

    /** All that a row is read by. */
    private static final List<String> COLUMNS = List.of(
            "reconciliation",
            "id",
            "business_date",
            "amount",
            "currency",
            "psp",
            "psp_reference",
            "merchant_reference",
            "bank_reference",
            "order_id",
            "party_id");

    private static final String CONFLICT =
            "this id was read before, from an event, an import or a row above, and says something else; what was read first stands";

    private OutstandingFile() {}

    /** Takes the rows that are there, those that can be read and those that cannot. */
    static void read(InputStream in, LocalDate asOf, Consumer<OutstandingItem> items, Consumer<RejectedRecord> rejects)
            throws UnreadableFileException, IOException {
        CsvRecords records = new CsvRecords(in);
        Columns columns = columns(records.next());
        for (RawRecord raw = records.next(); raw != null; raw = records.next()) {
            try {
                items.accept(new OutstandingRow(columns.row(CsvRecords.fields(raw)), asOf).item(raw.line()));
            } catch (RefusedRecordException e) {
                rejects.accept(raw.rejected(e.reason(), e.sentence()));
            }
        }
    }

    /** Reads the file again for the bytes of rows that turned out to be in conflict. */
    static void reject(InputStream in, List<Long> lines, Consumer<RejectedRecord> rejects)
            throws UnreadableFileException, IOException {
        Set<Long> wanted = new HashSet<>(lines);
        CsvRecords records = new CsvRecords(in);
        for (RawRecord raw = records.next(); raw != null; raw = records.next()) {
            if (wanted.contains(raw.line())) {
                rejects.accept(raw.rejected(ReasonCode.CONFLICTING_DUPLICATE, CONFLICT));
            }
        }
    }

    private static Columns columns(@Nullable RawRecord title) throws UnreadableFileException {
        if (title == null) {
            throw new UnreadableFileException("it is empty; docs/outstanding.md says what it holds");
        }
        try {
            Columns columns = new Columns(CsvTitles.fields(title));
            List<String> lacking = columns.lacking(TITLES);
            if (!lacking.isEmpty()) {
                throw new UnreadableFileException("its title row lacks %s; docs/outstanding.md names the columns"
                        .formatted(String.join(", ", lacking)));
            }
            List<String> twice = columns.twice(COLUMNS);
            if (!twice.isEmpty()) {
                throw new UnreadableFileException(
                        "its title row has the column %s twice, so that nobody can say which one counts; leave one"
                                .formatted(String.join(", ", twice)));
            }
            return columns;
        } catch (RefusedRecordException e) {
            throw new UnreadableFileException(
                    "line 1 is no title row: %s; save it as CSV in UTF-8".formatted(e.sentence()));
        }
    }
}
