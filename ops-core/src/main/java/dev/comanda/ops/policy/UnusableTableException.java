package dev.comanda.ops.policy;

/** Carries a problem from where it is found to where it becomes a value; it never leaves the package. */
final class UnusableTableException extends RuntimeException {

    private final transient TableProblem problem;

    UnusableTableException(TableProblem.Kind kind, String place, String found) {
        super(kind + " at " + place + ": " + found);
        this.problem = new TableProblem(kind, place, found);
    }

    TableProblem problem() {
        return problem;
    }
}
