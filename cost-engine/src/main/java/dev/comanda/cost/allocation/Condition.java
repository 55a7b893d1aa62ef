package dev.comanda.cost.allocation;

import java.util.List;

/**
 * Holds where an attribute is like one of the patterns. An attribute without a value is like none.
 *
 * @param patterns texts in which {@code *} stands for any text, also for none; upper and lower case are two
 */
public record Condition(Attribute attribute, List<String> patterns) {

    public Condition {
        patterns = List.copyOf(patterns);
    }
}
