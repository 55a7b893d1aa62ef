package dev.comanda.cost.allocation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whose the charges are. Of each owner the first rule counts that holds and names it; the first that names a team or shares the cost
 * settles the team.
 *
 * @param origin where they were read, for people
 * @param content the file as it stands
 * @param hash of the content, SHA-256 in hex; tells versions apart
 * @param teams the teams that there are; where there are none, every name of a team counts
 * @param rules in the order in which they are asked
 */
public record AllocationRules(String origin, String content, String hash, List<Team> teams, List<Rule> rules) {

    public AllocationRules {
        teams = List.copyOf(teams);
        rules = List.copyOf(rules);
    }

    /** What the rules look at, in the order in which they first do. */
    public Set<Attribute> attributes() {
        Set<Attribute> attributes = new LinkedHashSet<>();
        for (Rule rule : rules) {
            rule.conditions().forEach(each -> attributes.add(each.attribute()));
            for (Owner owner : Owner.values()) {
                rule.names(owner)
                        .filter(Naming.ValueOf.class::isInstance)
                        .ifPresent(name -> attributes.add(((Naming.ValueOf) name).attribute()));
            }
        }
        return attributes;
    }

    /** The rules that share cost. */
    public List<Rule> shares() {
        return rules.stream().filter(each -> each.shared() != null).toList();
    }

    /** The domain that the list of teams gives a team. */
    public Optional<String> domainOf(String team) {
        return teams.stream()
                .filter(each -> each.name().equals(team))
                .flatMap(each -> Stream.ofNullable(each.domain()))
                .findFirst();
    }
}
