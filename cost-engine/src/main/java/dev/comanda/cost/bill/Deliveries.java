package dev.comanda.cost.bill;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where bills are delivered to. */
public interface Deliveries extends AutoCloseable {

    /** The place, written so that it is the same however it was named. */
    String source();

    /**
     * What is delivered, one per period, oldest first.
     *
     * @param only the one period to look for; null for all. Files without a manifest say nothing of their period, and need it
     */
    List<Found> find(@Nullable YearMonth only);

    @Override
    default void close() {}

    /** What was found of a period: a delivery, or why it is none. */
    sealed interface Found {

        /** @param delivery ready to be read */
        record Whole(Delivery delivery) implements Found {}

        /** @param problem names period and file */
        record Broken(UnreadableBillException problem) implements Found {}
    }
}
