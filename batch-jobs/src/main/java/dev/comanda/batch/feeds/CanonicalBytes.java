package dev.comanda.batch.feeds;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing buffer of UTF-8, used again for every event. Its size is bounded by that of an event. */
final class CanonicalBytes {

    private static final int MOST_BYTES_PER_CHAR = 6;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes = new byte[4096];
    private int size;

    byte[] array() {
        return bytes;
    }

    int size() {
        return size;
    }

    /** The bytes from a place on, as text. */
    String text(int from) {
        return new String(bytes, from, size - from, StandardCharsets.UTF_8);
    }

    void truncate(int to) {
        size = to;
    }

    void write(char ascii) {
        reserve(1);
        bytes[size++] = (byte) ascii;
    }

    void copy(int from, int to, byte[] target, int at) {
        System.arraycopy(bytes, from, target, at, to - from);
    }

    void overwrite(int from, byte[] source, int length) {
        System.arraycopy(source, 0, bytes, from, length);
    }

    /** Writes a text behind its length, so that texts written one after the other cannot be taken for others. */
    void writePart(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        reserve(Integer.BYTES + encoded.length);
        bytes[size++] = (byte) (encoded.length >>> 24);
        bytes[size++] = (byte) (encoded.length >>> 16);
        bytes[size++] = (byte) (encoded.length >>> 8);
        bytes[size++] = (byte) encoded.length;
        System.arraycopy(encoded, 0, bytes, size, encoded.length);
        size += encoded.length;
    }

    /** Writes characters as they are; they must be ASCII and need no escape. */
    void writeAscii(char[] chars, int from, int length) {
        reserve(length);
        for (int i = from; i < from + length; i++) {
            bytes[size++] = (byte) chars[i];
        }
    }

    void writeAscii(String text) {
        reserve(text.length());
        for (int i = 0; i < text.length(); i++) {
            bytes[size++] = (byte) text.charAt(i);
        }
    }

    void writeText(String text) {
        char[] chars = text.toCharArray();
        writeText(chars, 0, chars.length);
    }

    /** Writes a JSON string with its quotes; refuses what is no text: NUL and halves of surrogate pairs. */
    void writeText(char[] chars, int from, int length) {
        reserve(MOST_BYTES_PER_CHAR * length + 2);
        byte[] target = bytes;
        int at = size;
        target[at++] = '"';
        int to = from + length;
        for (int i = from; i < to; i++) {
            char c = chars[i];
            if (c >= ' ' && c < 0x80 && c != '"' && c != '\\') {
                target[at++] = (byte) c;
            } else if (c < 0x80) {
                at = escape(c, target, at);
            } else if (Character.isSurrogate(c)) {
                at = pair(chars, i++, to, target, at);
            } else {
                at = encode(c, target, at);
            }
        }
        target[at++] = '"';
        size = at;
    }

    private static int escape(char c, byte[] target, int start) {
        int at = start;
        if (c == 0) {
            throw Refusal.unreadable("a string holds the character NUL (\\u0000), which is no text");
        }
        target[at++] = '\\';
        switch (c) {
            case '"', '\\' -> target[at++] = (byte) c;
            case '\b' -> target[at++] = 'b';
            case '\t' -> target[at++] = 't';
            case '\n' -> target[at++] = 'n';
            case '\f' -> target[at++] = 'f';
            case '\r' -> target[at++] = 'r';
            default -> {
                target[at++] = 'u';
                target[at++] = '0';
                target[at++] = '0';
                target[at++] = HEX[c >> 4];
                target[at++] = HEX[c & 0xF];
            }
        }
        return at;
    }

    private static int encode(char c, byte[] target, int start) {
        int at = start;
        if (c < 0x800) {
            target[at++] = (byte) (0xC0 | (c >> 6));
        } else {
            target[at++] = (byte) (0xE0 | (c >> 12));
            target[at++] = (byte) (0x80 | ((c >> 6) & 0x3F));
        }
        target[at++] = (byte) (0x80 | (c & 0x3F));
        return at;
    }

    private static int pair(char[] chars, int i, int to, byte[] target, int start) {
        if (i + 1 == to || !Character.isSurrogatePair(chars[i], chars[i + 1])) {
            throw Refusal.unreadable("a string holds half of a surrogate pair (\\u" + Integer.toHexString(chars[i])
                    + "), which is no text");
        }
        int codePoint = Character.toCodePoint(chars[i], chars[i + 1]);
        int at = start;
        target[at++] = (byte) (0xF0 | (codePoint >> 18));
        target[at++] = (byte) (0x80 | ((codePoint >> 12) & 0x3F));
        target[at++] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
        target[at++] = (byte) (0x80 | (codePoint & 0x3F));
        return at;
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
