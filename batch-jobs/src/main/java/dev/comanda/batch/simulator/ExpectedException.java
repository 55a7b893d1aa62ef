package dev.comanda.batch.simulator;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * Something that a night must raise, and what is right for it.
 *
 * @param where the reconciliation by its name, or {@code laws} or {@code rejects}
 * @param cause the break type, the law or the reason of the reject
 * @param item the sides as an export has them; of a finding its reference and the formula's value on the left and
 *     the event's value on the right
 * @param atStake what the decision is about, as text; empty where nothing tells it
 * @param owner the team of what a person decides, else empty
 */
record ExpectedException(
        ExceptionCase planted,
        String where,
        String cause,
        Item item,
        String atStake,
        Decision decision,
        String owner,
        Nights nights) {

    static final Comparator<ExpectedException> ORDER = Comparator.comparing(ExpectedException::where)
            .thenComparing(ExpectedException::cause)
            .thenComparing(exception -> String.join("|", exception.item.left()))
            .thenComparing(exception -> String.join("|", exception.item.right()));

    /** The references and amounts of both sides. */
    record Item(List<String> left, List<String> right, String leftAmount, String rightAmount, String currency) {}

    /** The night that raises it and the one that sees it matched, 0 where none does; epoch days. */
    record Nights(long raisedOn, long endsOn) {

        static Nights from(long raisedOn) {
            return new Nights(raisedOn, 0);
        }

        String raised() {
            return LocalDate.ofEpochDay(raisedOn).toString();
        }

        String ends() {
            return endsOn == 0 ? "" : LocalDate.ofEpochDay(endsOn).toString();
        }
    }
}
