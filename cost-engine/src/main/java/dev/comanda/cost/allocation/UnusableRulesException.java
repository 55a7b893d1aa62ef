package dev.comanda.cost.allocation;

import java.util.List;

/** Rules that cannot be used. Each problem is a sentence that begins with the line. */
public final class UnusableRulesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    public UnusableRulesException(String origin, List<String> problems) {
        super(origin + ": " + String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in the order of the lines. */
    public List<String> problems() {
        return problems;
    }
}
