package dev.comanda.batch.readers;

import org.jspecify.annotations.Nullable;

/** A file that cannot be read at all. The message says what is wrong, where, and what would help. */
public final class UnreadableFileException extends Exception {

    public UnreadableFileException(String sentence) {
        super(sentence);
    }

    public UnreadableFileException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
