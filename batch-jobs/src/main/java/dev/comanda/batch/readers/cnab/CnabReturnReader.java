package dev.comanda.batch.readers.cnab;

import dev.comanda.batch.readers.ReadCounts;
import dev.comanda.batch.readers.RecordReader;
import dev.comanda.batch.readers.RecordSink;
import dev.comanda.batch.readers.UnreadableFileException;
import dev.comanda.batch.readers.text.BoundedLines;
import dev.comanda.batch.readers.text.RawRecord;
import dev.comanda.batch.readers.text.RefusedRecordException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads a CNAB 240 payment return. */
public final class CnabReturnReader implements RecordReader {

    private static final int CNAB_400 = 400;

    @Override
    public ReadCounts read(InputStream in, RecordSink sink) throws UnreadableFileException, IOException {
        BoundedLines lines = new BoundedLines(in);
        checkHeader(lines.next());
        CnabFile file = new CnabFile(sink);
        for (RawRecord raw = lines.next(); raw != null; raw = lines.next()) {
            file.take(raw);
        }
        return file.end();
    }

    private static void checkHeader(@Nullable RawRecord first) throws UnreadableFileException {
        if (first == null) {
            throw new UnreadableFileException(
                    "the file is empty; a CNAB 240 payment return is expected, fetch it again");
        }
        CnabLine header;
        try {
            String text = first.text(StandardCharsets.ISO_8859_1);
            if (text.length() == CNAB_400) {
                throw new UnreadableFileException(
                        "line 1 has 400 characters: the file is CNAB 400, which is not read; ask the bank for the payment return in CNAB 240");
            }
            header = CnabLine.of(first);
        } catch (RefusedRecordException e) {
            throw new UnreadableFileException(
                    "line 1 is no header of a CNAB 240 file: %s; fetch the return again".formatted(e.sentence()));
        }
        if (header.type() != CnabLine.FILE_HEADER || !header.text(1, 7).matches("\\d{3}0000")) {
            throw new UnreadableFileException(
                    "line 1 is no header of a CNAB 240 file (bank in positions 1 to 3, then 00000); put a payment return here");
        }
        if (header.at(143) != '2') {
            throw new UnreadableFileException(
                    "line 1 says in position 143 that the file is a remittance, which we send; put the bank's return here");
        }
    }
}
