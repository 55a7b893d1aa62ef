package dev.comanda.batch.simulator;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects what a first night must find, as it is planted. */
final class Expectation {

    /** What is expected of one reconciliation. */
    static final class Outcome {
        private final List<ExpectedBreak> breaks = new ArrayList<>();
        private final Map<String, Long> matched = new TreeMap<>();
        private long leftInTransit;
        private long rightInTransit;

        List<ExpectedBreak> breaks() {
            return breaks.stream().sorted(ExpectedBreak.ORDER).toList();
        }

        Map<String, Long> matched() {
            return matched;
        }

        long leftInTransit() {
            return leftInTransit;
        }

        long rightInTransit() {
            return rightInTransit;
        }
    }

    private final Map<Reconciliation, Outcome> outcomes = new EnumMap<>(Reconciliation.class);
    private final List<ExpectedFinding> findings = new ArrayList<>();

    Expectation() {
        for (Reconciliation reconciliation : Reconciliation.values()) {
            outcomes.put(reconciliation, new Outcome());
        }
    }

    void matched(Reconciliation reconciliation, String rule) {
        outcomeOf(reconciliation).matched.merge(rule, 1L, Long::sum);
    }

    void leftInTransit(Reconciliation reconciliation) {
        outcomeOf(reconciliation).leftInTransit++;
    }

    void rightInTransit(Reconciliation reconciliation) {
        outcomeOf(reconciliation).rightInTransit++;
    }

    void broken(Reconciliation reconciliation, ExpectedBreak planted) {
        outcomeOf(reconciliation).breaks.add(planted);
    }

    void finding(ExpectedFinding finding) {
        findings.add(finding);
    }

    Outcome outcomeOf(Reconciliation reconciliation) {
        Outcome outcome = outcomes.get(reconciliation);
        if (outcome == null) {
            throw new IllegalStateException("no outcome is kept for " + reconciliation.wireName());
        }
        return outcome;
    }

    List<ExpectedFinding> findings() {
        return findings.stream().sorted(ExpectedFinding.ORDER).toList();
    }
}
