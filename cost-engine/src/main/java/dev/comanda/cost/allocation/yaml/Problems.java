package dev.comanda.cost.allocation.yaml;

import dev.comanda.ops.wording.Printable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong with a file, all of it. */
final class Problems {

    private static final int LONGEST_SENTENCE = 500;

    private record Problem(int line, String sentence) {}

    private final List<Problem> problems = new ArrayList<>();

    void add(int line, String sentence) {
        problems.add(new Problem(line, Printable.line(sentence, LONGEST_SENTENCE)));
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    List<String> sentences() {
        return problems.stream()
                .sorted(Comparator.comparingInt(Problem::line))
                .map(each -> "line %d: %s".formatted(each.line(), each.sentence()))
                .toList();
    }
}
