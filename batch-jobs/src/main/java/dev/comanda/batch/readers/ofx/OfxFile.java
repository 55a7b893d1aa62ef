package dev.comanda.batch.readers.ofx;

import dev.comanda.batch.readers.ReadCounts;
import dev.comanda.batch.readers.RecordSink;
import dev.comanda.batch.readers.UnreadableFileException;
import dev.comanda.batch.readers.text.RawRecord;
import dev.comanda.batch.readers.text.RefusedRecordException;
import dev.comanda.batch.readers.text.Tally;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The statements of one file, whose entries are counted through. */
final class OfxFile {

    private static final Set<String> STATEMENTS = Set.of("STMTRS", "CCSTMTRS");
    private static final String ENTRY = "STMTTRN";
    // Some banks leave out the end of an entry or of the list; what comes after the list ends both.
    private static final Set<String> AFTER_ENTRIES = Set.of("LEDGERBAL", "AVAILBAL");

    private final RecordSink sink;
    private final Tally tally;
    private @Nullable OfxStatement statement;
    private @Nullable OfxEntry entry;
    private @Nullable String firstRefusal;
    private boolean ofx;
    private int statements;
    private int readable;
    private long entries;

    OfxFile(RecordSink sink) {
        this.sink = sink;
        this.tally = new Tally(sink);
    }

    void take(OfxTokens.Token token) throws UnreadableFileException {
        String name = token.name();
        ofx |= name.equals("OFX");
        if (token.end()) {
            end(name);
        } else if (STATEMENTS.contains(name)) {
            endStatement();
            statements++;
            statement = new OfxStatement(statements, token.line());
        } else if (name.equals(ENTRY)) {
            endEntry();
            entry = new OfxEntry();
        } else if (entry != null && !AFTER_ENTRIES.contains(name)) {
            entry.take(name, token.text());
        } else if (statement != null) {
            endEntry();
            statement.take(name, token.text());
        }
    }

    ReadCounts end() throws UnreadableFileException {
        endStatement();
        if (readable == 0) {
            String what = ofx ? "the OFX file holds no complete statement" : "the file is no OFX statement";
            throw new UnreadableFileException("%s%s; ask the bank for its statement as OFX again"
                    .formatted(what, firstRefusal == null ? "" : ": " + firstRefusal));
        }
        return tally.counts();
    }

    private void end(String name) {
        if (name.equals(ENTRY) || name.equals("BANKTRANLIST")) {
            endEntry();
        } else if (STATEMENTS.contains(name)) {
            endStatement();
        } else if (statement != null) {
            statement.end(name);
        }
    }

    private void endEntry() {
        OfxEntry ended = entry;
        entry = null;
        if (ended == null) {
            return;
        }
        entries++;
        try {
            OfxStatement current = statement;
            if (current == null) {
                throw RefusedRecordException.violation("it stands in no statement");
            }
            sink.entry(ended.toBankEntry(entries, current));
            tally.accept();
        } catch (RefusedRecordException e) {
            RawRecord raw = RawRecord.whole(entries, ended.toString().getBytes(StandardCharsets.UTF_8));
            tally.reject(raw, new RefusedRecordException(e.reason(), "entry %d: %s".formatted(entries, e.sentence())));
        }
    }

    private void endStatement() {
        endEntry();
        if (statement == null) {
            return;
        }
        try {
            sink.statement(statement.toBankStatement(sink));
            readable++;
        } catch (RefusedRecordException e) {
            sink.warning(statement.line(), e.sentence());
            firstRefusal = firstRefusal == null ? e.sentence() : firstRefusal;
        }
        statement = null;
    }
}
