package dev.comanda.cost.scan.sql;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.when;

import dev.comanda.cost.allocation.AllocationRules;
import dev.comanda.cost.allocation.Attribute;
import dev.comanda.cost.allocation.Condition;
import dev.comanda.cost.allocation.Naming;
import dev.comanda.cost.allocation.Owner;
import dev.comanda.cost.allocation.Rule;
import dev.comanda.cost.allocation.Split;
import dev.comanda.cost.charge.ReportKey;
import dev.comanda.cost.charge.ReportKey.Column;
import dev.comanda.cost.charge.ReportKey.Tag;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * What the rules look at, as fields. Lines are grouped by it before the rules are asked, so that they are asked of thousands of groups
 * and not of millions of lines; of what is different in every line only the answer is carried.
 */
public final class RuleInputs {

    private static final List<ReportKey> DIFFERENT_IN_EACH_LINE = List.of(Column.USAGE_TYPE, Column.RESOURCE);
    private static final char ESCAPE = '\\';

    private final AllocationRules rules;
    private final Map<Condition, Field<Boolean>> answers = new LinkedHashMap<>();

    public RuleInputs(AllocationRules rules) {
        this.rules = rules;
        rules.rules().stream()
                .flatMap(rule -> rule.conditions().stream())
                .filter(each ->
                        each.attribute() instanceof Attribute.Key key && DIFFERENT_IN_EACH_LINE.contains(key.key()))
                .forEach(each -> answers.computeIfAbsent(
                        each, condition -> field(name("holds_" + answers.size()), SQLDataType.BOOLEAN)));
    }

    public Set<String> tags() {
        Set<String> tags = new LinkedHashSet<>();
        for (Attribute each : allAttributes()) {
            if (each instanceof Attribute.Key key && key.key() instanceof Tag tag) {
                tags.add(tag.key());
            }
        }
        return tags;
    }

    public Set<String> categories() {
        Set<String> categories = new LinkedHashSet<>();
        for (Attribute each : allAttributes()) {
            if (each instanceof Attribute.CostCategory category) {
                categories.add(category.name());
            }
        }
        return categories;
    }

    /** What the usage is counted of, too. */
    private Set<Attribute> allAttributes() {
        Set<Attribute> attributes = new LinkedHashSet<>(rules.attributes());
        rules.shares().forEach(rule -> counted(rule).forEach(each -> attributes.add(each.attribute())));
        return attributes;
    }

    private static List<Condition> counted(Rule rule) {
        return rule.shared() instanceof Split.ByUsage usage ? usage.of() : List.of();
    }

    /** What is to be computed of each line. */
    public List<Field<?>> ofEachLine() {
        List<Field<?>> fields = new ArrayList<>();
        answers.forEach((condition, answer) -> fields.add(
                DSL.field(holds(condition, raw(condition.attribute()))).as(answer)));
        for (Rule rule : rules.shares()) {
            if (rule.shared() instanceof Split.ByUsage usage) {
                org.jooq.Condition counts = usage.of().stream()
                        .map(each -> holds(each, raw(each.attribute())))
                        .reduce(DSL.trueCondition(), org.jooq.Condition::and);
                fields.add(when(counts, ChargeFields.USAGE).as(usage(rule)));
            }
        }
        return fields;
    }

    public List<Field<BigDecimal>> usages() {
        return rules.shares().stream()
                .filter(each -> each.shared() instanceof Split.ByUsage)
                .map(RuleInputs::usage)
                .toList();
    }

    static Field<BigDecimal> usage(Rule rule) {
        return field(name("usage_of_" + rule.number()), BillColumns.COST);
    }

    public List<Field<?>> ofLine() {
        Set<Field<?>> fields = new LinkedHashSet<>();
        for (Attribute each : rules.attributes()) {
            if (each instanceof Attribute.Key key && key.key() instanceof Column column && !column.needsPods()) {
                if (!DIFFERENT_IN_EACH_LINE.contains(column) || isName(each)) {
                    fields.add(raw(each));
                }
            }
        }
        fields.addAll(answers.values());
        return List.copyOf(fields);
    }

    private boolean isName(Attribute attribute) {
        return rules.rules().stream()
                .flatMap(rule -> rule.names().values().stream())
                .anyMatch(each -> each.equals(new Naming.ValueOf(attribute)));
    }

    public List<Field<String>> ofPod() {
        return rules.attributes().stream()
                .filter(each -> each instanceof Attribute.Key key && key.key().needsPods())
                .map(RuleInputs::raw)
                .toList();
    }

    public List<Field<String>> ofEither() {
        return rules.attributes().stream()
                .filter(RuleInputs::isOfEither)
                .map(RuleInputs::raw)
                .toList();
    }

    private static boolean isOfEither(Attribute attribute) {
        return attribute instanceof Attribute.CostCategory
                || (attribute instanceof Attribute.Key key && key.key() instanceof Tag);
    }

    /** The field of the charge line. */
    private static Field<String> raw(Attribute attribute) {
        return field(name(attribute.code()), SQLDataType.VARCHAR);
    }

    /** The field of a group of parts, which is the pod's where it has one. */
    private static Field<String> grouped(Attribute attribute) {
        return isOfEither(attribute) ? PodCost.either(raw(attribute)) : raw(attribute);
    }

    /** Whether all conditions of a rule hold for a group. */
    org.jooq.Condition holds(Rule rule) {
        org.jooq.Condition all = DSL.trueCondition();
        for (Condition each : rule.conditions()) {
            Field<Boolean> answer = answers.get(each);
            all = all.and(answer == null ? holds(each, grouped(each.attribute())) : DSL.condition(answer));
        }
        return all;
    }

    private static org.jooq.Condition holds(Condition condition, Field<String> value) {
        return condition.patterns().stream()
                .map(pattern -> says(value, pattern))
                .reduce(DSL.falseCondition(), org.jooq.Condition::or);
    }

    private static org.jooq.Condition says(Field<String> value, String pattern) {
        return pattern.contains("*")
                ? DSL.condition(coalesce(DSL.field(value.like(inline(like(pattern)), ESCAPE)), inline(false)))
                : coalesce(value, inline("")).eq(inline(pattern));
    }

    private static String like(String pattern) {
        return pattern.replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_")
                .replace('*', '%');
    }

    /** The name that a rule gives a group; null where it says none. */
    Field<String> nameBy(Rule rule, Owner owner) {
        return rule.names(owner)
                .map(naming -> naming instanceof Naming.Fixed fixed
                        ? inline(fixed.name())
                        : known(owner, grouped(((Naming.ValueOf) naming).attribute())))
                .orElse(DSL.castNull(SQLDataType.VARCHAR));
    }

    /** A value as it counts: of a team only the names of the list, in any of their spellings. */
    private Field<String> known(Owner owner, Field<String> value) {
        if (owner != Owner.TEAM || rules.teams().isEmpty()) {
            return DSL.nullif(DSL.nullif(value, inline(Owner.UNALLOCATED)), inline(Owner.IDLE));
        }
        Map<Field<String>, Field<String>> names = new LinkedHashMap<>();
        rules.teams().forEach(team -> {
            names.put(inline(team.name()), inline(team.name()));
            team.also().forEach(spelling -> names.put(inline(spelling), inline(team.name())));
        });
        return DSL.case_(value).mapFields(names);
    }
}
