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
 * @param detail the action, the team, the assignee or the words, as the kind needs
 */
public record TimelineEntry(
        Instant happenedAt, @Nullable String actor, @Nullable LocalDate businessDate, String kind, String detail) {}
