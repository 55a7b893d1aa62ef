package dev.comanda.batch.readers.mt940;

import dev.comanda.batch.readers.ReadCounts;
import dev.comanda.batch.readers.RecordReader;
import dev.comanda.batch.readers.RecordSink;
import dev.comanda.batch.readers.UnreadableFileException;
import java.io.IOException;
import java.io.InputStream;

/** Reads MT940 statements. */
public final class Mt940Reader implements RecordReader {

    @Override
    public ReadCounts read(InputStream in, RecordSink sink) throws UnreadableFileException, IOException {
        Mt940Fields fields = new Mt940Fields(in);
        Mt940File file = new Mt940File(sink);
        for (Mt940Field field = fields.next(); field != null; field = fields.next()) {
            file.take(field);
        }
        return file.end();
    }
}
