package dev.comanda.ops.policy;

import dev.comanda.ops.policy.PolicyEngine.RowChoice;
import dev.comanda.ops.policy.PolicyTable.Reading;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Tries a changed table out on what was decided before: nothing is changed by it. A decision flips if the action or the team is
 * another one; another row with the same answer is no flip.
 */
public final class PolicyTrial {

    private final PolicyEngine engine;

    public PolicyTrial(PolicyEngine engine) {
        this.engine = engine;
    }

    /** @param past of any policy; only what the changed one decides about is tried */
    public Outcome run(byte[] changedDmn, Iterable<PastDecision> past) {
        Reading reading = PolicyTable.read(changedDmn);
        if (reading instanceof Reading.Usable usable) {
            return run(usable.table(), past);
        }
        return new Unusable(((Reading.Unusable) reading).problem());
    }

    private Outcome run(PolicyTable changed, Iterable<PastDecision> past) {
        RowChoice rows;
        try {
            rows = engine.prepare(changed);
        } catch (IllegalArgumentException e) {
            return new Unusable(
                    new TableProblem(TableProblem.Kind.REFUSED_BY_ENGINE, "document", String.valueOf(e.getMessage())));
        }
        Map<Circumstances, Verdict> verdicts = new HashMap<>();
        Map<List<Answer>, Tally> flips = new HashMap<>();
        long tried = 0;
        for (PastDecision decision : past) {
            Circumstances circumstances = decision.circumstances();
            if (Routing.policyFor(circumstances.cause(), circumstances.reconciliation())
                    .equals(changed.key())) {
                tried++;
                Verdict now = verdicts.computeIfAbsent(circumstances, each -> changed.verdict(rows.rowFor(each)));
                List<Answer> fromTo = List.of(Answer.of(decision.verdict()), Answer.of(now));
                if (!fromTo.get(0).equals(fromTo.get(1))) {
                    flips.computeIfAbsent(fromTo, each -> new Tally()).add(decision, now);
                }
            }
        }
        return new Tried(changed, tried, sorted(flips));
    }

    private static List<Flip> sorted(Map<List<Answer>, Tally> flips) {
        return flips.entrySet().stream()
                .map(each ->
                        each.getValue().flip(each.getKey().get(0), each.getKey().get(1)))
                .sorted(Comparator.comparingLong(Flip::decisions)
                        .reversed()
                        .thenComparing(Flip::from)
                        .thenComparing(Flip::to))
                .toList();
    }

    /** What a trial shows. */
    public sealed interface Outcome {}

    /** The changed table cannot be used; {@link Explanations} says why in a sentence. */
    public record Unusable(TableProblem problem) implements Outcome {}

    /** @param decisions how many were tried; {@code flips} begins with what flips most often */
    public record Tried(PolicyTable changed, long decisions, List<Flip> flips) implements Outcome {

        public Tried {
            flips = List.copyOf(flips);
        }

        /** How many decisions flip. */
        public long flipped() {
            return flips.stream().mapToLong(Flip::decisions).sum();
        }
    }

    /** What is done, and whose case it is. */
    public record Answer(Action action, Team team) implements Comparable<Answer> {

        static Answer of(Verdict verdict) {
            return new Answer(verdict.action(), verdict.team());
        }

        @Override
        public int compareTo(Answer other) {
            return Comparator.comparing(Answer::action)
                    .thenComparing(Answer::team)
                    .compare(this, other);
        }
    }

    /**
     * Decisions that flip in the same way.
     *
     * @param amounts what is at stake in them, by currency
     * @param samples the first of them, at most {@link #MAX_SAMPLES}
     */
    public record Flip(
            Answer from, Answer to, long decisions, SortedMap<String, BigDecimal> amounts, List<Sample> samples) {

        public static final int MAX_SAMPLES = 20;
    }

    /** A decision that flips, and what would be decided now. */
    public record Sample(PastDecision past, Verdict now) {}

    private static final class Tally {

        private long decisions;
        private final SortedMap<String, BigDecimal> amounts = new TreeMap<>();
        private final List<Sample> samples = new ArrayList<>();

        void add(PastDecision past, Verdict now) {
            decisions++;
            amounts.merge(past.circumstances().currency(), past.circumstances().amount(), BigDecimal::add);
            if (samples.size() < Flip.MAX_SAMPLES) {
                samples.add(new Sample(past, now));
            }
        }

        Flip flip(Answer from, Answer to) {
            return new Flip(from, to, decisions, amounts, List.copyOf(samples));
        }
    }
}
