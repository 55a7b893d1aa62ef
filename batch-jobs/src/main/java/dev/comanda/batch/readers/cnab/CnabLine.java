package dev.comanda.batch.readers.cnab;

import dev.comanda.batch.readers.text.RawRecord;
import dev.comanda.batch.readers.text.RefusedRecordException;
import java.nio.charset.StandardCharsets;

/** One line of 240 characters; positions are one-based and inclusive. */
final class CnabLine {

    static final int LENGTH = 240;

    static final char FILE_HEADER = '0';
    static final char BATCH_HEADER = '1';
    static final char DETAIL = '3';
    static final char BATCH_TRAILER = '5';
    static final char FILE_TRAILER = '9';

    private final RawRecord raw;
    private final String text;

    private CnabLine(RawRecord raw, String text) {
        this.raw = raw;
        this.text = text;
    }

    /** Takes a line whose trailing blanks an editor may have cut off, or filled up. */
    static CnabLine of(RawRecord raw) throws RefusedRecordException {
        String text = raw.text(StandardCharsets.ISO_8859_1);
        if (text.length() > LENGTH && text.substring(LENGTH).isBlank()) {
            text = text.substring(0, LENGTH);
        }
        if (text.length() > LENGTH) {
            throw RefusedRecordException.violation(
                    "the line has %d characters; a line of CNAB 240 has 240".formatted(text.length()));
        }
        return new CnabLine(raw, text + " ".repeat(LENGTH - text.length()));
    }

    RawRecord raw() {
        return raw;
    }

    long number() {
        return raw.line();
    }

    /** The kind of record, position 8. */
    char type() {
        return text.charAt(7);
    }

    /** The segment of a detail, position 14. */
    char segment() {
        return text.charAt(13);
    }

    char at(int position) {
        return text.charAt(position - 1);
    }

    String text(int first, int last) {
        return text.substring(first - 1, last).strip();
    }
}
