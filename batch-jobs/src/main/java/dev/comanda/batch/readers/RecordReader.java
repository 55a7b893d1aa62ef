package dev.comanda.batch.readers;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads one file of one format. A record that cannot be taken is rejected to the sink and the rest goes on; memory does
 * not grow with the file.
 */
public interface RecordReader {

    /**
     * Reads to the end of the stream, which stays open.
     *
     * @throws UnreadableFileException when the file as a whole is not what it should be; what the sink got before that
     *     does not count
     */
    ReadCounts read(InputStream in, RecordSink sink) throws UnreadableFileException, IOException;
}
