package dev.comanda.batch.readers.mt940;

import dev.comanda.batch.readers.UnreadableFileException;
import dev.comanda.batch.readers.text.BoundedLines;
import dev.comanda.batch.readers.text.RawRecord;
import dev.comanda.batch.readers.text.RefusedRecordException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of a file in their order. What stands outside of fields, such as the blocks of a message, is left out. */
final class Mt940Fields {

    /** A field runs over at most this many lines. */
    private static final int MAX_LINES = 1_000;

    private static final Pattern TAG = Pattern.compile("^:(\\d{2,3}[A-Z]?):(.*)$", Pattern.DOTALL);
    private static final Pattern END = Pattern.compile("^-(\\}.*|X{0,3})\\s*$", Pattern.DOTALL);

    private final BoundedLines lines;
    private @Nullable RawRecord pending;
    private boolean inMessage;

    Mt940Fields(InputStream in) throws IOException {
        this.lines = new BoundedLines(in);
    }

    /** The next field, or null at the end of the file. */
    @Nullable
    Mt940Field next() throws UnreadableFileException, IOException {
        for (RawRecord line = take(); line != null; line = take()) {
            String text = text(line);
            Matcher tag = TAG.matcher(text);
            if (tag.matches()) {
                inMessage = true;
                return field(line, String.valueOf(tag.group(1)), String.valueOf(tag.group(2)));
            }
            if (inMessage && END.matcher(text).matches()) {
                inMessage = false;
                return new Mt940Field(line.line(), Mt940Field.END_OF_MESSAGE, List.of(text), line);
            }
        }
        return null;
    }

    private Mt940Field field(RawRecord first, String tag, String firstText)
            throws UnreadableFileException, IOException {
        List<String> texts = new ArrayList<>();
        texts.add(firstText);
        StringBuilder raw = new StringBuilder(text(first));
        for (RawRecord line = take(); line != null; line = take()) {
            String text = text(line);
            if (TAG.matcher(text).matches() || END.matcher(text).matches()) {
                pending = line;
                break;
            }
            if (texts.size() >= MAX_LINES || raw.length() + text.length() > BoundedLines.MAX_LENGTH) {
                throw new UnreadableFileException(
                        "line %d: the field :%s: runs over more than %,d lines or %,d characters; ask the bank for the statement again"
                                .formatted(first.line(), tag, MAX_LINES, BoundedLines.MAX_LENGTH));
            }
            texts.add(text);
            raw.append('\n').append(text);
        }
        byte[] bytes = raw.toString().getBytes(StandardCharsets.ISO_8859_1);
        return new Mt940Field(first.line(), tag, texts, RawRecord.whole(first.line(), bytes));
    }

    private @Nullable RawRecord take() throws UnreadableFileException, IOException {
        RawRecord line = pending;
        pending = null;
        return line != null ? line : lines.next();
    }

    private static String text(RawRecord line) throws UnreadableFileException {
        try {
            return line.latin1();
        } catch (RefusedRecordException e) {
            throw new UnreadableFileException(
                    "line %d: %s; ask the bank for the statement again".formatted(line.line(), e.sentence()));
        }
    }
}
