package dev.comanda.ops.reconciliation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fact behind a break, with all its fields.
 *
 * @param side the side of the reconciliation that the fact stands on
 * @param role what the fact is to the reconciliation; absent for a record that claims totals and is no item
 * @param source where the fact came from; absent where it was put together from several events
 */
public record FactView(Side side, @Nullable ItemRole role, List<Value> values, @Nullable Place source) {

    /** The side of a reconciliation. */
    public enum Side {
        LEFT,
        RIGHT
    }

    /** A field under its name in the database, and its value as text; absent where it has none. */
    public record Value(String name, @Nullable String text) {}

    /** A record of a source: a line where the format has lines, else an entry's number. */
    public record Place(long source, long position) {}
}
