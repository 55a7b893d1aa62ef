package dev.comanda.cost.bill;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** A delivery that cannot be read whole; nothing of it is published. The message names period, file and the way out. */
public final class UnreadableBillException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableBillException(@Nullable YearMonth period, String file, String sentence) {
        this(period, file, sentence, null);
    }

    public UnreadableBillException(
            @Nullable YearMonth period, String file, String sentence, @Nullable Throwable cause) {
        super((period == null ? "" : "period " + period + ": ") + file + " " + sentence, cause);
    }
}
