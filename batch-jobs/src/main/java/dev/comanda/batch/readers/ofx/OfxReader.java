package dev.comanda.batch.readers.ofx;

import dev.comanda.batch.readers.ReadCounts;
import dev.comanda.batch.readers.RecordReader;
import dev.comanda.batch.readers.RecordSink;
import dev.comanda.batch.readers.UnreadableFileException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads OFX statements. */
public final class OfxReader implements RecordReader {

    @Override
    public ReadCounts read(InputStream in, RecordSink sink) throws UnreadableFileException, IOException {
        BufferedInputStream buffered = new BufferedInputStream(in);
        buffered.mark(OfxHeader.MAX_LENGTH);
        byte[] start = buffered.readNBytes(OfxHeader.MAX_LENGTH);
        buffered.reset();
        OfxTokens tokens = new OfxTokens(buffered, OfxHeader.charset(start));
        OfxFile file = new OfxFile(sink);
        for (OfxTokens.Token token = tokens.next(); token != null; token = tokens.next()) {
            file.take(token);
        }
        return file.end();
    }
}
