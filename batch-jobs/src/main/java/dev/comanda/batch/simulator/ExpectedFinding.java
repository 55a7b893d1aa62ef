package dev.comanda.batch.simulator;

import java.util.Comparator;

/** A planted breach of a law: what the formula gives and what the event says, as text. */
record ExpectedFinding(String law, String ref, String expected, String actual, String currency) {

    static final Comparator<ExpectedFinding> ORDER =
            Comparator.comparing(ExpectedFinding::law).thenComparing(ExpectedFinding::ref);

    static ExpectedFinding of(String law, Id ref, String expected, String actual) {
        return new ExpectedFinding(law, ref.toString(), expected, actual, "BRL");
    }
}
