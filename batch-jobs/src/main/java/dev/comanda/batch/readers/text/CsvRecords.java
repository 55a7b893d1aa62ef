package dev.comanda.batch.readers.text;

import dev.comanda.batch.readers.UnreadableFileException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The records of a CSV file with commas and RFC 4180 quotes, in UTF-8. A record is known by the physical line it starts
 * on. A quote that is never closed costs its own line only, not the rest of the file.
 */
public final class CsvRecords {

    /** A quoted field may run over at most this many physical lines. */
    static final int MAX_LINES = 100;

    private final BoundedLines lines;
    private final Deque<RawRecord> ahead = new ArrayDeque<>();

    public CsvRecords(InputStream in) throws IOException {
        this.lines = new BoundedLines(in);
    }

    /** The next record that is not a blank line, or null at the end. */
    public @Nullable RawRecord next() throws UnreadableFileException, IOException {
        RawRecord first = nextLine();
        while (first != null && first.isBlank()) {
            first = nextLine();
        }
        if (first == null || first.isTooLong() || !endsInsideQuotes(first.bytes(), false)) {
            return first;
        }
        return joined(first);
    }

    private @Nullable RawRecord nextLine() throws UnreadableFileException, IOException {
        RawRecord line = ahead.poll();
        return line != null ? line : lines.next();
    }

    private RawRecord joined(RawRecord first) throws UnreadableFileException, IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(first.bytes());
        List<RawRecord> taken = new ArrayList<>();
        while (taken.size() < MAX_LINES) {
            RawRecord next = nextLine();
            if (next == null) {
                break;
            }
            taken.add(next);
            if (next.isTooLong() || whole.size() + next.bytes().length > BoundedLines.MAX_LENGTH) {
                break;
            }
            whole.write('\n');
            whole.writeBytes(next.bytes());
            if (!endsInsideQuotes(next.bytes(), true)) {
                return RawRecord.whole(first.line(), whole.toByteArray());
            }
        }
        for (int i = taken.size() - 1; i >= 0; i--) {
            ahead.addFirst(taken.get(i));
        }
        return first;
    }

    /** A quote opens at the start of a field only; a doubled one inside quotes is a character. */
    private static boolean endsInsideQuotes(byte[] line, boolean inside) {
        boolean quoted = inside;
        boolean fieldStart = !inside;
        for (int i = 0; i < line.length; i++) {
            byte b = line[i];
            if (quoted) {
                if (b == '"' && i + 1 < line.length && line[i + 1] == '"') {
                    i++;
                } else if (b == '"') {
                    quoted = false;
                }
            } else if (b == '"' && fieldStart) {
                quoted = true;
            }
            fieldStart = b == ',' && !quoted;
        }
        return quoted;
    }

    /** The fields of a record. */
    public static List<String> fields(RawRecord record) throws RefusedRecordException {
        String text = record.text(StandardCharsets.UTF_8);
        return text.indexOf('"') < 0 ? split(text) : unquoted(text);
    }

    private static List<String> split(String text) {
        List<String> fields = new ArrayList<>();
        int start = 0;
        for (int comma = text.indexOf(','); comma >= 0; comma = text.indexOf(',', start)) {
            fields.add(text.substring(start, comma));
            start = comma + 1;
        }
        fields.add(text.substring(start));
        return fields;
    }

    private static List<String> unquoted(String text) throws RefusedRecordException {
        try (CSVParser parser = CSVParser.parse(new StringReader(text), CSVFormat.RFC4180)) {
            List<CSVRecord> records = parser.getRecords();
            if (records.size() != 1) {
                throw RefusedRecordException.violation("a quote in the row is never closed");
            }
            return records.get(0).toList();
        } catch (IOException | UncheckedIOException e) {
            throw RefusedRecordException.violation("the quotes of the row do not pair");
        }
    }
}
