package dev.comanda.ops.testing.fuzz;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of an input.
 *
 * @param records how many it had; counted apart from what became of them wherever that is possible
 * @param accepted how many were taken
 * @param ignored how many are complete and no concern of the reader
 * @param taken all that was taken, as text, by the place where it stands
 * @param refused what could not be taken
 * @param refusal why nothing was taken of the whole; null where it was read to its end
 */
public record Reading(
        long records,
        long accepted,
        long ignored,
        SortedMap<Long, String> taken,
        List<Refused> refused,
        @Nullable String refusal) {

    /**
     * One record that could not be taken.
     *
     * @param place its line, the first being 1, or its ordinal
     * @param sentence says why
     */
    public record Refused(long place, String sentence) {}

    public Reading {
        refused = List.copyOf(refused);
    }

    /** Nothing of the input was taken. */
    public static Reading refused(@Nullable String sentence) {
        return new Reading(0, 0, 0, new java.util.TreeMap<>(), List.of(), String.valueOf(sentence));
    }

    /** The input as a whole was taken. */
    public static Reading whole(String content) {
        return new Reading(1, 1, 0, new java.util.TreeMap<>(java.util.Map.of(1L, content)), List.of(), null);
    }

    public boolean isWhole() {
        return refusal == null;
    }
}
