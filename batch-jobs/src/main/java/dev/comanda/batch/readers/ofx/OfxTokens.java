package dev.comanda.batch.readers.ofx;

import dev.comanda.batch.readers.UnreadableFileException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The tags of a file with the text behind each, in their order. */
final class OfxTokens {

    /** A tag's name, and the text behind it, have at most this many characters. */
    private static final int MAX_NAME = 128;

    private static final int MAX_TEXT = 64 * 1024;

    private final BufferedReader reader;
    private boolean tagOpened;
    private long line = 1;

    /**
     * A start tag with the text behind it, or an end tag.
     *
     * @param line the physical line it stands on
     */
    record Token(long line, String name, boolean end, String text) {}

    OfxTokens(InputStream in, Charset charset) {
        this.reader = new BufferedReader(new InputStreamReader(in, charset));
    }

    /** The next tag, or null at the end of the file. Header lines and processing instructions are left out. */
    @Nullable
    Token next() throws UnreadableFileException, IOException {
        while (tagOpened || findTag()) {
            tagOpened = false;
            long start = line;
            int first = read();
            if (first == '!') {
                throw new UnreadableFileException(
                        "line %d: the file declares a document type or holds a comment, which no statement needs; ask the bank for it without"
                                .formatted(line));
            }
            if (first == '/') {
                return new Token(start, name(new StringBuilder(), MAX_NAME), true, "");
            }
            if (first == '?') {
                name(new StringBuilder(), MAX_TEXT);
            } else if (isLetter(first)) {
                String name = name(new StringBuilder().append((char) first), MAX_NAME);
                return new Token(start, name, false, text());
            }
        }
        return null;
    }

    private boolean findTag() throws IOException {
        int c = read();
        while (c >= 0 && c != '<') {
            c = read();
        }
        return c == '<';
    }

    private String name(StringBuilder name, int limit) throws UnreadableFileException, IOException {
        for (int c = read(); c >= 0 && c != '>'; c = read()) {
            name.append((char) c);
            if (name.length() > limit) {
                throw new UnreadableFileException(
                        "line %d: a tag is longer than %,d characters; this is no OFX statement"
                                .formatted(line, limit));
            }
        }
        return name.toString().strip().toUpperCase(Locale.ROOT);
    }

    /** Up to the next tag; a less-than sign that starts none is text. */
    private String text() throws UnreadableFileException, IOException {
        StringBuilder text = new StringBuilder();
        for (int c = read(); c >= 0; c = read()) {
            if (c == '<' && startsTag()) {
                tagOpened = true;
                break;
            }
            text.append((char) c);
            if (text.length() > MAX_TEXT) {
                throw new UnreadableFileException(
                        "line %d: a text is longer than %,d characters; ask the bank for the statement again"
                                .formatted(line, MAX_TEXT));
            }
        }
        return decoded(text.toString().strip());
    }

    private boolean startsTag() throws IOException {
        reader.mark(1);
        int next = reader.read();
        reader.reset();
        return isLetter(next) || next == '/' || next == '!' || next == '?';
    }

    private static String decoded(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&");
    }

    private static boolean isLetter(int c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private int read() throws IOException {
        int c = reader.read();
        line += c == '\n' ? 1 : 0;
        return c;
    }
}
