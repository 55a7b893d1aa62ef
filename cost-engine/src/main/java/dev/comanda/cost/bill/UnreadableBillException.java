package dev.comanda.cost.bill;

import dev.comanda.ops.wording.Printable;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** A delivery that cannot be read whole; nothing of it is published. The message names period, file and the way out. */
public final class UnreadableBillException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What reads a file may repeat of it whatever it holds. */
    private static final int LONGEST_SENTENCE = 700;

    private final @Nullable YearMonth period;
    private final String file;
    private final String sentence;

    public UnreadableBillException(@Nullable YearMonth period, String file, String sentence) {
        this(period, file, sentence, null);
    }

    public UnreadableBillException(
            @Nullable YearMonth period, String file, String sentence, @Nullable Throwable cause) {
        super(
                (period == null ? "" : "period " + period + ": ") + file + " "
                        + Printable.line(sentence, LONGEST_SENTENCE),
                cause);
        this.period = period;
        this.file = file;
        this.sentence = Printable.line(sentence, LONGEST_SENTENCE);
    }

    /** The period that was delivered; null where the source as a whole cannot be read. */
    public @Nullable YearMonth period() {
        return period;
    }

    /** The file that is at fault, or the source. */
    public String file() {
        return file;
    }

    /** What is wrong with the file, as the rest of a sentence that begins with it. */
    public String sentence() {
        return sentence;
    }
}
