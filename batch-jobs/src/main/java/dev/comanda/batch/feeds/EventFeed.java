package dev.comanda.batch.feeds;

import java.io.IOException;
import java.io.InputStream;

/** A file of events, one in each line, plain or gzipped. */
public final class EventFeed {

    private EventFeed() {}

    /**
     * Reads all lines of a file into the sink, with memory that does not grow with the file or its lines.
     *
     * @return how many lines were read, blank ones not counted
     * @throws IOException if the bytes cannot be read to their end, as in a gzip file that breaks off; what the sink took
     *     until then must be thrown away
     */
    public static long read(InputStream file, EventSink sink) throws IOException {
        EventLineReader lines = EventLineReader.open(file);
        EventParser parser = new EventParser();
        long read = 0;
        while (lines.next()) {
            read++;
            if (lines.isTooLong()) {
                sink.rejected(lines.tooLong());
            } else {
                parser.parse(lines.number(), lines.buffer(), lines.offset(), lines.length(), sink);
            }
        }
        return read;
    }

    /** Looks at a line of a feed: its number, and where its bytes stand in the buffer, which is used again for the next. */
    @FunctionalInterface
    public interface LineVisitor {
        void visit(long line, byte[] buffer, int offset, int length);
    }

    /** Visits the lines of a file as they stand, without reading them; lines that are too long are passed over. */
    public static void eachLine(InputStream file, LineVisitor visitor) throws IOException {
        EventLineReader lines = EventLineReader.open(file);
        while (lines.next()) {
            if (!lines.isTooLong()) {
                visitor.visit(lines.number(), lines.buffer(), lines.offset(), lines.length());
            }
        }
    }
}
