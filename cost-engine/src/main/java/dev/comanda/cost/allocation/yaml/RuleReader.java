package dev.comanda.cost.allocation.yaml;

import dev.comanda.cost.allocation.Attribute;
import dev.comanda.cost.allocation.Condition;
import dev.comanda.cost.allocation.Naming;
import dev.comanda.cost.allocation.Owner;
import dev.comanda.cost.allocation.Rule;
import dev.comanda.cost.allocation.Split;
import dev.comanda.cost.allocation.Team;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads one rule. */
final class RuleReader {

    /** What stands for the absence of an owner can be none. */
    static final Set<String> RESERVED = Set.of(Owner.UNALLOCATED, Owner.IDLE);

    private static final Set<String> KEYS =
            Set.of("name", "when", "team", "domain", "environment", "shared", "among", "by");
    private static final Pattern VALUE_OF = Pattern.compile("\\$\\{(.+)}");

    private static final Pattern WEIGHT = Pattern.compile("\\d{1,18}(\\.\\d{1,12})?");

    private final List<Team> teams;
    private final Problems problems;
    private int number;

    RuleReader(List<Team> teams, Problems problems) {
        this.teams = teams;
        this.problems = problems;
    }

    /** The next rule of the file. */
    Rule next(Node node) {
        number++;
        Section rule = new Section(node, problems, "a rule", KEYS);
        Map<Owner, Naming> names = names(rule);
        Optional<Split> shared = rule.child("shared").flatMap(each -> split(rule, each));
        if (Stream.of("team", "domain", "environment", "shared").noneMatch(rule.names()::contains)) {
            problems.add(rule.line(), "the rule says neither team, domain nor environment, nor what is shared");
        }
        if (names.containsKey(Owner.TEAM) && rule.child("shared").isPresent()) {
            problems.add(rule.line("shared"), "what is shared has no team; leave out \"team\" or \"shared\"");
        }
        if (rule.child("shared").isEmpty()) {
            refuseWithout(rule, "among");
        }
        if (rule.child("shared")
                .filter(each -> each instanceof ScalarNode way && way.getValue().equals("usage"))
                .isEmpty()) {
            refuseWithout(rule, "by");
        }
        return new Rule(
                number,
                rule.line(),
                rule.text("name").orElse("rule " + number),
                conditions(rule, "when"),
                names,
                shared.orElse(null));
    }

    private void refuseWithout(Section rule, String key) {
        if (rule.child(key).isPresent()) {
            problems.add(rule.line(key), "\"%s\" says nothing here; it belongs to \"shared\"".formatted(key));
        }
    }

    private Map<Owner, Naming> names(Section rule) {
        Map<Owner, Naming> names = new EnumMap<>(Owner.class);
        for (Owner owner : Owner.values()) {
            String key = owner.name().toLowerCase(Locale.ROOT);
            rule.text(key)
                    .flatMap(name -> naming(rule.line(key), owner, name))
                    .ifPresent(name -> names.put(owner, name));
        }
        return names;
    }

    private Optional<Naming> naming(int line, Owner owner, String name) {
        Matcher value = VALUE_OF.matcher(name);
        if (value.matches()) {
            return attribute(line, value.group(1)).map(Naming.ValueOf::new);
        }
        if (owner == Owner.TEAM) {
            checkTeam(line, name);
        } else if (RESERVED.contains(name)) {
            problems.add(line, "nothing may be named " + name);
        }
        return Optional.of(new Naming.Fixed(name));
    }

    private void checkTeam(int line, String name) {
        if (RESERVED.contains(name)) {
            problems.add(line, "no team may be named " + name);
        } else if (!teams.isEmpty()
                && teams.stream().noneMatch(each -> each.name().equals(name))) {
            problems.add(line, "\"%s\" is none of the teams; add it to them, or mend its name".formatted(name));
        }
    }

    private Optional<Attribute> attribute(int line, String code) {
        Optional<Attribute> attribute = Attribute.of(code);
        if (attribute.isEmpty()) {
            problems.add(
                    line,
                    "\"%s\" is nothing of a charge; there are %s, tag:<key> and cost_category:<name>"
                            .formatted(
                                    code,
                                    String.join(
                                            ", ",
                                            Attribute.COLUMNS.stream()
                                                    .map(each -> each.code())
                                                    .toList())));
        }
        return attribute;
    }

    private List<Condition> conditions(Section rule, String key) {
        if (rule.child(key).isEmpty()) {
            return List.of();
        }
        Section when = rule.section(key, Set.of());
        List<Condition> conditions = new ArrayList<>();
        for (String code : when.names()) {
            List<String> patterns = when.texts(code);
            attribute(when.line(code), code).ifPresent(each -> conditions.add(new Condition(each, patterns)));
        }
        return conditions;
    }

    private Optional<Split> split(Section rule, Node shared) {
        List<String> among = rule.texts("among");
        among.forEach(team -> checkTeam(rule.line("among"), team));
        if (shared instanceof MappingNode) {
            return fixed(rule, among);
        }
        @Nullable String way = rule.text("shared").orElse(null);
        if (way == null) {
            return Optional.empty();
        }
        return switch (way) {
            case "even" -> Optional.of(new Split.Even(among));
            case "proportional" -> Optional.of(new Split.Proportional(among));
            case "usage" -> Optional.of(byUsage(rule, among));
            default -> {
                problems.add(
                        rule.line("shared"),
                        "\"%s\" is no way to share; there are even, proportional, usage, or the weights of teams"
                                .formatted(way));
                yield Optional.empty();
            }
        };
    }

    private Split byUsage(Section rule, List<String> among) {
        if (rule.child("by").isEmpty()) {
            problems.add(rule.line("shared"), "\"by\" is missing: the lines whose usage counts");
        }
        return new Split.ByUsage(conditions(rule, "by"), among);
    }

    private Optional<Split> fixed(Section rule, List<String> among) {
        if (!among.isEmpty()) {
            problems.add(rule.line("among"), "the weights say already among whom it is shared");
        }
        Section weights = rule.section("shared", Set.of());
        Map<String, BigDecimal> shares = new TreeMap<>();
        for (String team : weights.names()) {
            checkTeam(weights.line(team), team);
            weights.text(team)
                    .ifPresent(text -> weight(weights.line(team), text).ifPresent(each -> shares.put(team, each)));
        }
        return Optional.of(new Split.Fixed(shares));
    }

    /** Without an exponent: the sum of 1e9 and 1e-999999999 has a billion digits. */
    private Optional<BigDecimal> weight(int line, String text) {
        if (WEIGHT.matcher(text).matches() && new BigDecimal(text).signum() > 0) {
            return Optional.of(new BigDecimal(text));
        }
        problems.add(
                line,
                "\"%s\" is no weight; a number greater than 0 is, with at most 18 digits before the point and 12 after it"
                        .formatted(text));
        return Optional.empty();
    }
}
