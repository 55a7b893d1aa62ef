package dev.comanda.batch.readers.mt940;

import dev.comanda.batch.readers.ReadCounts;
import dev.comanda.batch.readers.RecordSink;
import dev.comanda.batch.readers.UnreadableFileException;
import dev.comanda.batch.readers.text.BoundedLines;
import dev.comanda.batch.readers.text.RefusedRecordException;
import dev.comanda.batch.readers.text.Tally;
import dev.comanda.ops.bank.BankEntry;
import dev.comanda.ops.ingest.ReasonCode;
import org.jspecify.annotations.Nullable;

/** The statements of one file, whose entries are counted through. An entry waits for the fields 86 behind it. */
final class Mt940File {

    private static final char NUL = '\0';

    private final RecordSink sink;
    private final Tally tally;
    private @Nullable Mt940Statement statement;
    private @Nullable Mt940Field entryField;
    private String details = "";
    private @Nullable String firstRefusal;
    private int statements;
    private int readable;
    private long entries;

    Mt940File(RecordSink sink) {
        this.sink = sink;
        this.tally = new Tally(sink);
    }

    void take(Mt940Field field) throws UnreadableFileException {
        if (field.tag().equals("86") && entryField != null) {
            addDetails(field);
            return;
        }
        endEntry();
        switch (field.tag()) {
            case "20" -> {
                endStatement();
                statements++;
                statement = new Mt940Statement(statements, field.line(), field.firstLine());
            }
            case "61" -> {
                entryField = field;
                details = "";
            }
            case Mt940Field.END_OF_MESSAGE -> endStatement();
            default -> statementField(field);
        }
    }

    private void addDetails(Mt940Field field) throws UnreadableFileException {
        String text = Details.text(field.lines());
        if (text == null) {
            return;
        }
        if (details.length() + text.length() > BoundedLines.MAX_LENGTH) {
            throw new UnreadableFileException(
                    "line %d: the fields :86: of one entry have more than %,d characters; ask the bank for the statement again"
                            .formatted(field.line(), BoundedLines.MAX_LENGTH));
        }
        details = (details + " " + text).strip();
    }

    ReadCounts end() throws UnreadableFileException {
        endEntry();
        endStatement();
        if (readable == 0) {
            throw new UnreadableFileException(
                    firstRefusal == null
                            ? "the file holds no MT940 statement (fields :20:, :25:, :60F:); ask the bank for it again"
                            : "the file holds no complete MT940 statement: %s; ask the bank for it again"
                                    .formatted(firstRefusal));
        }
        return tally.counts();
    }

    private void statementField(Mt940Field field) {
        Mt940Statement current = statement;
        if (current == null) {
            return;
        }
        String text = field.firstLine();
        if (text.indexOf(NUL) >= 0) {
            sink.warning(field.line(), "field :%s: holds a NUL character; it is left out".formatted(field.tag()));
            return;
        }
        try {
            switch (field.tag()) {
                case "25" -> current.account(text);
                case "28", "28C" -> current.sequence(text);
                case "60F", "60M" -> current.opening(text);
                case "62F", "62M" -> current.closing(text);
                default -> {}
            }
        } catch (RefusedRecordException e) {
            sink.warning(field.line(), e.sentence());
        }
    }

    private void endStatement() {
        if (statement == null) {
            return;
        }
        try {
            sink.statement(statement.end());
            readable++;
        } catch (RefusedRecordException e) {
            sink.warning(statement.line(), e.sentence());
            firstRefusal = firstRefusal == null ? e.sentence() : firstRefusal;
        }
        statement = null;
    }

    private void endEntry() {
        Mt940Field field = entryField;
        entryField = null;
        if (field == null) {
            return;
        }
        entries++;
        try {
            entry(field);
        } catch (RefusedRecordException e) {
            tally.reject(field.raw(), e);
        }
    }

    private void entry(Mt940Field field) throws RefusedRecordException {
        Mt940Statement current = statement;
        if (current == null) {
            throw RefusedRecordException.violation("the entry stands in no statement: field :20: is missing before it");
        }
        if (field.firstLine().indexOf(NUL) >= 0 || details.indexOf(NUL) >= 0) {
            throw new RefusedRecordException(
                    ReasonCode.UNREADABLE_TEXT, "the entry holds a NUL character, which is no text");
        }
        EntryLine line = EntryLine.parse(field.firstLine());
        if (line.expected()) {
            tally.ignore();
            return;
        }
        BankEntry entry = new BankEntry(
                entries,
                0,
                current.account(),
                current.index(),
                current.currency(),
                line.amount(),
                line.bookingDate(),
                line.valueDate(),
                line.ownerReference(),
                line.servicerReference(),
                details.isEmpty() ? null : details);
        sink.entry(entry);
        current.booked(entries, line.amount());
        tally.accept();
    }
}
