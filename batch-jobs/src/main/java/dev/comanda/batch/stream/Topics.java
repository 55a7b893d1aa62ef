package dev.comanda.batch.stream;

import java.util.List;

/** The topics of CONTRACTS section 1. */
final class Topics {

    static final List<String> IN = List.of("ordering.events", "restaurant.events", "courier.events");

    private Topics() {}

    /** Where what cannot be read goes. */
    static String deadLetters(String topic) {
        return topic + ".dlt";
    }
}
