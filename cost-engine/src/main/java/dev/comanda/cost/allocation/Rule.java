package dev.comanda.cost.allocation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is said of the charges for which all conditions hold.
 *
 * @param number 1 for the first of the file
 * @param line of the file on which it begins
 * @param name for people
 * @param conditions none for all charges
 * @param names of owners; a rule may say one, two or three
 * @param shared how teams bear it; null where it names their team or says nothing of it
 */
public record Rule(
        int number,
        int line,
        String name,
        List<Condition> conditions,
        Map<Owner, Naming> names,
        @Nullable Split shared) {

    public Rule {
        conditions = List.copyOf(conditions);
        names = Map.copyOf(names);
    }

    public Optional<Naming> names(Owner owner) {
        return Optional.ofNullable(names.get(owner));
    }

    /** Whether it settles whose the cost is: one team's, or shared. */
    public boolean settlesTeam() {
        return shared != null || names.containsKey(Owner.TEAM);
    }
}
