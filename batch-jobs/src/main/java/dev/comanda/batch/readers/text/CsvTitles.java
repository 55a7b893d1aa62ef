package dev.comanda.batch.readers.text;

import dev.comanda.batch.readers.UnreadableFileException;
import java.io.IOException;
import java.util.List;

/** The title row of a CSV file, which says what file it is. */
public final class CsvTitles {

    private CsvTitles() {}

    /**
     * Reads the title row.
     *
     * @param report what the file should be, for the sentence
     * @param required the columns without which it is something else
     */
    public static Columns read(CsvRecords records, String report, List<String> required)
            throws UnreadableFileException, IOException {
        RawRecord title = records.next();
        if (title == null) {
            throw new UnreadableFileException(
                    "the file is empty; %s starts with a title row, ask for it again".formatted(report));
        }
        Columns columns;
        try {
            columns = new Columns(fields(title));
        } catch (RefusedRecordException e) {
            throw new UnreadableFileException("line %d is no title row of %s: %s; save the report as CSV in UTF-8"
                    .formatted(title.line(), report, e.sentence()));
        }
        List<String> lacking = columns.lacking(required);
        if (!lacking.isEmpty()) {
            throw new UnreadableFileException(
                    "line %d is no title row of %s: it has no column %s; put the file into the folder of its provider, or ask for that report"
                            .formatted(title.line(), report, String.join(", ", lacking)));
        }
        List<String> twice = columns.twice(required);
        if (!twice.isEmpty()) {
            throw new UnreadableFileException(
                    "line %d has the column %s twice, so that nobody can say which one counts; ask for the report again"
                            .formatted(title.line(), String.join(", ", twice)));
        }
        return columns;
    }

    /** The titles. Lines that a CR alone ends would make one title row of the whole file, and lose all records without a word. */
    public static List<String> fields(RawRecord title) throws RefusedRecordException {
        List<String> titles = CsvRecords.fields(title);
        if (titles.stream().anyMatch(each -> each.indexOf('\r') >= 0)) {
            throw RefusedRecordException.violation("its lines end with CR alone, where LF or CRLF is expected");
        }
        return titles;
    }
}
