package dev.comanda.batch.ingest;

import java.io.IOException;

/** A file cannot be fetched now, or is no longer the one that was found. Nothing is wrong with what it holds: it waits. */
final class UnavailableFileException extends IOException {

    private static final long serialVersionUID = 1L;

    UnavailableFileException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
