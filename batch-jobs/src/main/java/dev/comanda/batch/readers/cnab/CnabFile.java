package dev.comanda.batch.readers.cnab;

import dev.comanda.batch.readers.ReadCounts;
import dev.comanda.batch.readers.RecordSink;
import dev.comanda.batch.readers.UnreadableFileException;
import dev.comanda.batch.readers.text.Quoted;
import dev.comanda.batch.readers.text.RawRecord;
import dev.comanda.batch.readers.text.RefusedRecordException;
import dev.comanda.batch.readers.text.Tally;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The lines of one file after its header. */
final class CnabFile {

    private static final char PAYMENTS = 'C';
    private static final char COLLECTION = 'T';
    private static final String COLLECTION_SERVICE = "01";

    private final RecordSink sink;
    private final Tally tally;
    private @Nullable CnabBatch batch;
    private boolean trailer;

    CnabFile(RecordSink sink) {
        this.sink = sink;
        this.tally = new Tally(sink);
    }

    void take(RawRecord raw) throws UnreadableFileException {
        try {
            if (raw.text(StandardCharsets.ISO_8859_1).isBlank() || isEndOfFileMark(raw)) {
                return;
            }
            line(CnabLine.of(raw));
        } catch (RefusedRecordException e) {
            if (batch != null) {
                batch.line();
            }
            tally.reject(raw, e);
        }
    }

    ReadCounts end() throws UnreadableFileException {
        if (!trailer) {
            throw new UnreadableFileException(
                    "the file has no trailer (record type 9): it is cut off; fetch the return again");
        }
        return tally.counts();
    }

    private void line(CnabLine line) throws RefusedRecordException, UnreadableFileException {
        switch (line.type()) {
            case CnabLine.BATCH_HEADER -> {
                checkPayments(line);
                batch = new CnabBatch();
            }
            case CnabLine.DETAIL -> detail(line);
            case CnabLine.BATCH_TRAILER -> {
                if (batch == null) {
                    throw RefusedRecordException.violation("a batch trailer without its batch");
                }
                batch.line();
                batch.compare(line, sink);
                batch = null;
            }
            case CnabLine.FILE_TRAILER -> trailer = true;
            case '2', '4' -> {
                // Records that open or close the details of some banks: no payments.
                if (batch != null) {
                    batch.line();
                }
            }
            default ->
                throw RefusedRecordException.violation("the record type in position 8 is %s; 1, 3, 5 or 9 is expected"
                        .formatted(Quoted.of(String.valueOf(line.type()))));
        }
    }

    private void detail(CnabLine line) throws RefusedRecordException {
        CnabBatch current = batch;
        if (current == null) {
            throw RefusedRecordException.violation("a payment outside of a batch");
        }
        if (line.segment() != 'A') {
            current.line();
            current.otherSegment(line.segment());
            tally.ignore();
            return;
        }
        // Also a payment that is refused below is in the trailer's sum, if its amount can be read.
        BigDecimal instructed = SegmentA.instructedAmount(line);
        current.payment(instructed);
        sink.payoutReturn(SegmentA.payoutReturn(line, instructed));
        current.line();
        tally.accept();
    }

    private static void checkPayments(CnabLine header) throws UnreadableFileException {
        char operation = header.at(9);
        if (operation == COLLECTION || header.text(10, 11).equals(COLLECTION_SERVICE)) {
            throw new UnreadableFileException(
                    "line %d: the batch is a collection of boletos (operation %s), not payments; put a payment return here"
                            .formatted(header.number(), operation));
        }
        if (operation != PAYMENTS) {
            throw new UnreadableFileException(
                    "line %d: the batch's operation is %s, where payments have C; put a payment return here"
                            .formatted(header.number(), Quoted.of(String.valueOf(operation))));
        }
    }

    private static boolean isEndOfFileMark(RawRecord raw) throws RefusedRecordException {
        return raw.text(StandardCharsets.ISO_8859_1).equals("\u001a");
    }
}
