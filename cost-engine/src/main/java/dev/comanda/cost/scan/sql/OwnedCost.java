package dev.comanda.cost.scan.sql;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.when;

import dev.comanda.cost.allocation.AllocationRules;
import dev.comanda.cost.allocation.Owner;
import dev.comanda.cost.allocation.Rule;
import dev.comanda.cost.fact.FactKey;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.CaseConditionStep;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Groups of cost with the owners that the rules give them. What is shared has the rule that shares it, and no team yet. */
public final class OwnedCost {

    public static final Field<Integer> RULE = field(name("rule"), SQLDataType.INTEGER);
    public static final Field<String> TEAM = field(name("team"), SQLDataType.VARCHAR);
    public static final Field<String> DOMAIN = field(name("domain"), SQLDataType.VARCHAR);
    static final Field<String> ENVIRONMENT = field(name("environment"), SQLDataType.VARCHAR);

    private final Engine engine;
    private final AllocationRules rules;
    private final RuleInputs inputs;

    public OwnedCost(Engine engine, AllocationRules rules, RuleInputs inputs) {
        this.engine = engine;
        this.rules = rules;
        this.inputs = inputs;
    }

    /** The groups, each with rule, team, domain and environment. */
    public Select<Record> of(Table<?> cost) {
        Table<?> ruled = engine.sql()
                .select(DSL.asterisk())
                .select(rule().as(RULE))
                .from(cost)
                .asTable("ruled");
        Table<?> named = engine.sql()
                .select(DSL.asterisk())
                .select(team().as(TEAM), named(Owner.ENVIRONMENT).as(ENVIRONMENT))
                .from(ruled)
                .asTable("named");
        return engine.sql().select(DSL.asterisk()).select(domain().as(DOMAIN)).from(named);
    }

    /** The number of the rule that settles the team. */
    private Field<Integer> rule() {
        CaseConditionStep<Integer> rule = when(PodCost.IS_IDLE, inline(FactKey.IDLE));
        for (Rule each : rules.rules()) {
            if (each.settlesTeam()) {
                org.jooq.Condition says = each.shared() != null
                        ? inputs.holds(each)
                        : inputs.holds(each).and(inputs.nameBy(each, Owner.TEAM).isNotNull());
                rule = rule.when(says, inline(each.number()));
            }
        }
        return rule.otherwise(inline(FactKey.UNALLOCATED));
    }

    /** The rule as a report writes it. */
    public static Field<String> settledBy() {
        return DSL.case_(RULE)
                .when(inline(FactKey.IDLE), inline(Owner.IDLE))
                .when(inline(FactKey.UNALLOCATED), inline(Owner.UNALLOCATED))
                .else_(RULE.cast(SQLDataType.VARCHAR));
    }

    private Field<String> team() {
        Map<Field<Integer>, Field<String>> teams = new LinkedHashMap<>();
        teams.put(inline(FactKey.IDLE), inline(Owner.IDLE));
        teams.put(inline(FactKey.UNALLOCATED), inline(Owner.UNALLOCATED));
        rules.rules().stream()
                .filter(Rule::settlesTeam)
                .forEach(each -> teams.put(inline(each.number()), inputs.nameBy(each, Owner.TEAM)));
        return DSL.case_(RULE).mapFields(teams);
    }

    private Field<String> named(Owner owner) {
        return coalesce(ruled(owner), inline(Owner.UNALLOCATED));
    }

    private Field<String> ruled(Owner owner) {
        CaseConditionStep<String> named = when(PodCost.IS_IDLE, inline(Owner.IDLE));
        for (Rule each : rules.rules()) {
            if (each.names(owner).isPresent()) {
                Field<String> name = inputs.nameBy(each, owner);
                named = named.when(inputs.holds(each).and(name.isNotNull()), name);
            }
        }
        return named;
    }

    /** What the rules say, else the domain that the list gives the team; none while no team bears it. */
    private Field<String> domain() {
        Map<Field<String>, Field<String>> domains = new LinkedHashMap<>();
        rules.teams().forEach(each -> rules.domainOf(each.name())
                .ifPresent(domain -> domains.put(inline(each.name()), inline(domain))));
        Field<String> ofTeam = domains.isEmpty()
                ? DSL.castNull(SQLDataType.VARCHAR)
                : DSL.case_(TEAM).mapFields(domains);
        return when(TEAM.isNotNull(), coalesce(ruled(Owner.DOMAIN), ofTeam, inline(Owner.UNALLOCATED)));
    }
}
