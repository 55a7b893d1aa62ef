package dev.comanda.batch.readers.mt940;

import dev.comanda.batch.readers.text.RawRecord;
import java.util.List;

/**
 * One field of a message with the lines it runs over.
 *
 * @param line the physical line it starts on
 * @param tag its number and letter, such as {@code 61} or {@code 60F}; empty for the end of a message
 * @param lines its text, the tag left out
 * @param raw its bytes
 */
record Mt940Field(long line, String tag, List<String> lines, RawRecord raw) {

    static final String END_OF_MESSAGE = "";

    String firstLine() {
        return lines.get(0).strip();
    }
}
