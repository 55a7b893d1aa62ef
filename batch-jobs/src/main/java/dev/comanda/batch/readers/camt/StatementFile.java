package dev.comanda.batch.readers.camt;

import dev.comanda.batch.readers.ReadCounts;
import dev.comanda.batch.readers.RecordSink;
import dev.comanda.batch.readers.UnreadableFileException;
import dev.comanda.batch.readers.text.RawRecord;
import dev.comanda.batch.readers.text.RefusedRecordException;
import dev.comanda.batch.readers.text.Tally;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;

/** The statements of one file, whose entries are counted through. */
final class StatementFile {

    private static final long MAX_ENTRIES = 50_000_000;
    private static final String BOOKED = "BOOK";

    private final XmlCursor cursor;
    private final RecordSink sink;
    private final Tally tally;
    private int statements;
    private long entries;

    StatementFile(XmlCursor cursor, RecordSink sink) {
        this.cursor = cursor;
        this.sink = sink;
        this.tally = new Tally(sink);
    }

    int statements() {
        return statements;
    }

    ReadCounts counts() {
        return tally.counts();
    }

    /** Reads the Stmt the cursor stands at. */
    void statement() throws XMLStreamException, UnreadableFileException {
        statements++;
        long line = cursor.line();
        StatementFields statement = new StatementFields(statements, line, sink);
        cursor.children(name -> {
            if (name.equals("Ntry")) {
                entry(statement);
            } else {
                statement.take(name, cursor);
            }
        });
        sink.statement(statement.end());
    }

    private void entry(StatementFields statement) throws XMLStreamException, UnreadableFileException {
        entries++;
        if (entries > MAX_ENTRIES) {
            throw new UnreadableFileException(
                    "the file has more than %,d entries; ask the bank for it in parts".formatted(MAX_ENTRIES));
        }
        cursor.keep();
        EntryFields fields = EntryFields.entry(cursor);
        String kept = cursor.kept();
        if (fields.status != null && !fields.status.equals(BOOKED)) {
            tally.ignore();
            return;
        }
        try {
            for (var entry : CamtEntries.of(entries, fields, statement)) {
                sink.entry(entry);
            }
            tally.accept();
        } catch (RefusedRecordException e) {
            RawRecord raw = RawRecord.whole(entries, kept.getBytes(StandardCharsets.UTF_8));
            tally.reject(raw, new RefusedRecordException(e.reason(), "entry %d: %s".formatted(entries, e.sentence())));
        }
    }
}
