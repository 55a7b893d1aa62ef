package dev.comanda.ops.error;

import org.jspecify.annotations.Nullable;

/** A fault with its code; the message names the thing, the place and the way out, and holds no secret. */
public final class OpsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    public OpsException(ErrorCode code, String message) {
        this(code, message, null);
    }

    public OpsException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }
}
