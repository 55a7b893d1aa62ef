package dev.comanda.cost.bucket;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An object cannot be fetched now, or is no longer the one that was found. Nothing is wrong with what it holds: it waits. */
public final class UnavailableObjectException extends IOException {

    private static final long serialVersionUID = 1L;

    public UnavailableObjectException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
