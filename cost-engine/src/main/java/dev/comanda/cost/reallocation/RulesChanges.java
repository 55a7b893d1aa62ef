package dev.comanda.cost.reallocation;

import dev.comanda.cost.allocation.AllocationRules;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The changes of the rules that people asked for. */
public interface RulesChanges {

    /**
     * Asks for a change to be tried.
     *
     * @param base the rules in force
     * @return its number
     * @throws IllegalArgumentException where the rules are those in force
     */
    long ask(AllocationRules changed, AllocationRules base, YearMonth period, String person);

    Optional<RulesChange> find(long id);

    /** The last ones, newest first. */
    List<RulesChange> recent(int limit);

    /** What it moves, by owner, and those of most change first; empty until it was tried. */
    List<MovedCost> moved(long id);

    /** What a trial came to. */
    sealed interface Trial {

        record Tried(List<MovedCost> moved) implements Trial {}

        record Failed(String problem) implements Trial {}
    }

    /**
     * Tries the oldest change that waits; no two processes try the same.
     *
     * @param trial when it throws, the change waits on
     * @return whether there was one
     */
    boolean tryNext(Function<RulesChange, Trial> trial);

    /** Those that are approved and neither taken nor stale, in the order of their approval. */
    List<RulesChange> approved();

    /** It is in force; the schema lets only approved ones be. */
    void taken(RulesChange change);

    void stale(RulesChange change, String problem);
}
