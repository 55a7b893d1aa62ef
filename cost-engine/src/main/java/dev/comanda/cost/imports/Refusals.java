package dev.comanda.cost.imports;

import dev.comanda.cost.bill.UnreadableBillException;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Keeps what was delivered and not taken over. */
public interface Refusals {

    /**
     * Writes down that a delivery was refused; once, however often it is refused for the same reason before its period is whole.
     *
     * @param source where it was delivered to
     * @param fingerprint of the delivery; null where it was not complete enough to have one
     */
    void add(String source, UnreadableBillException problem, @Nullable String fingerprint);

    /** Ends what was refused of a period, wherever it was delivered to: the period was taken over. */
    void end(YearMonth period);

    /**
     * Ends what was refused of a period in a source: what lies there now is whole.
     *
     * @param period null for what was refused of the source as a whole
     */
    void end(String source, @Nullable YearMonth period);
}
