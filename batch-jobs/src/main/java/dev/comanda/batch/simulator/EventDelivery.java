package dev.comanda.batch.simulator;

import java.io.IOException;

/** Brings event lines into the inbox, at least once each. */
sealed interface EventDelivery permits DailyDelivery, NightlyDelivery, ShuffledDelivery {

    /** Delivers an event that belongs to a feed and a day; the line brings its line end. */
    void deliver(String feed, long day, Line line) throws IOException;

    /** Delivers a line exactly once and after all events, whatever the variant. */
    void deliverLast(byte[] line) throws IOException;

    /** How many events were delivered beyond their first time. */
    long duplicates();

    void close() throws IOException;
}
