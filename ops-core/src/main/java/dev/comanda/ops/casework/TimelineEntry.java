package dev.comanda.ops.casework;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a case.
 *
 * @param actor the person; absent where a night did it
 * @param businessDate the night's date; absent where a person did it
 * @param kind what happened, such as DECIDED or COMMENTED
 * @param detail the action, the team, the assignee or the words, as the kind needs; where there is a code and words, the code is
 *     the first line
 */
public record TimelineEntry(
        Instant happenedAt, @Nullable String actor, @Nullable LocalDate businessDate, String kind, String detail) {

    private static final String BETWEEN = "\n";

    /** A detail of a code and of words. */
    public static String detail(String code, String words) {
        return words.isEmpty() ? code : code + BETWEEN + words;
    }

    /** The first line of the detail. */
    public String code() {
        return detail.split(BETWEEN, 2)[0];
    }

    /** What follows the first line; empty where nothing does. */
    public String words() {
        String[] parts = detail.split(BETWEEN, 2);
        return parts.length > 1 ? parts[1] : "";
    }
}
