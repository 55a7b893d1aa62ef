package dev.comanda.cost.scan.sql;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.values;

import dev.comanda.cost.allocation.AllocationRules;
import dev.comanda.cost.allocation.Owner;
import dev.comanda.cost.allocation.Rule;
import dev.comanda.cost.allocation.Share;
import dev.comanda.cost.allocation.Shares;
import dev.comanda.cost.allocation.Split;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.RowN;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The groups of one bill with their owners, and the shares in which what is shared is borne. */
public final class OwnedBill {

    static final Field<Integer> SHARED_BY = field(name("shared_by"), SQLDataType.INTEGER);
    static final Field<String> BEARER = field(name("bearer"), SQLDataType.VARCHAR);
    static final Field<String> BEARERS_DOMAIN = field(name("bearers_domain"), SQLDataType.VARCHAR);
    static final Field<Long> BILLIONTHS = field(name("billionths"), SQLDataType.BIGINT);

    private final Engine engine;
    private final String bill;
    private final Table<?> table;
    private final List<Share> shares;

    private OwnedBill(Engine engine, String bill, Table<?> table, List<Share> shares) {
        this.engine = engine;
        this.bill = bill;
        this.table = table;
        this.shares = shares;
    }

    /**
     * What is asked for beside the owners.
     *
     * @param ofLine fields of the line
     * @param ofPod cluster, namespace, workload, those that are asked for
     * @param tags that are among the fields
     * @param costs to be added up; amortised is among them
     */
    public record Wanted(
            List<Field<?>> ofLine, List<Field<String>> ofPod, Set<String> tags, List<Field<BigDecimal>> costs) {}

    public static OwnedBill of(Engine engine, BillScan scan, AllocationRules rules, Wanted wanted) {
        RuleInputs inputs = new RuleInputs(rules);
        Carried carried = new Carried(
                Carried.union(wanted.ofLine(), inputs.ofLine()),
                Carried.union(wanted.ofPod(), inputs.ofPod()),
                inputs.ofEither(),
                wanted.costs(),
                inputs.usages());
        PodCost cost = new PodCost(engine, scan.name(), lines(engine, scan, inputs, wanted), carried);
        Select<?> groups = scan.mayHavePods() ? cost.divided() : cost.undivided();
        Table<?> owned =
                new OwnedCost(engine, rules, inputs).of(groups.asTable("cost")).asTable("owned");
        Table<?> table = engine.store("owned" + scan.name(), grouped(engine, owned, wanted, inputs));
        return new OwnedBill(engine, scan.name(), table, shares(engine, table, rules));
    }

    private static Select<?> lines(Engine engine, BillScan scan, RuleInputs inputs, Wanted wanted) {
        Set<String> tags = new LinkedHashSet<>(wanted.tags());
        tags.addAll(inputs.tags());
        return engine.sql()
                .select(DSL.asterisk())
                .select(inputs.ofEachLine())
                .from(scan.charges(tags, inputs.categories()).asTable("charged"));
    }

    private static Select<?> grouped(Engine engine, Table<?> owned, Wanted wanted, RuleInputs inputs) {
        List<Field<?>> keys = new ArrayList<>(wanted.ofLine());
        keys.addAll(wanted.ofPod());
        keys.addAll(List.of(OwnedCost.RULE, OwnedCost.TEAM, OwnedCost.DOMAIN, OwnedCost.ENVIRONMENT));
        List<Field<?>> sums = new ArrayList<>();
        wanted.costs().forEach(each -> sums.add(sum(each)));
        inputs.usages().forEach(each -> sums.add(sum(each)));
        return engine.sql().select(keys).select(sums).from(owned).groupBy(keys);
    }

    private static Field<BigDecimal> sum(Field<BigDecimal> field) {
        return DSL.sum(field).cast(BillColumns.COST).as(field);
    }

    private static List<Share> shares(Engine engine, Table<?> owned, AllocationRules rules) {
        if (rules.shares().isEmpty()) {
            return List.of();
        }
        Map<Integer, Map<String, BigDecimal>> usage = new HashMap<>();
        for (Rule rule : rules.shares()) {
            if (rule.shared() instanceof Split.ByUsage) {
                usage.put(rule.number(), byTeam(engine, owned, RuleInputs.usage(rule)));
            }
        }
        return new Shares(rules).of(new Shares.Weights(byTeam(engine, owned, ChargeFields.AMORTIZED), usage));
    }

    private static Map<String, BigDecimal> byTeam(Engine engine, Table<?> owned, Field<BigDecimal> field) {
        Condition isTeam = OwnedCost.TEAM.isNotNull().and(OwnedCost.TEAM.notIn(Owner.UNALLOCATED, Owner.IDLE));
        return engine.sql()
                .select(OwnedCost.TEAM, DSL.coalesce(DSL.sum(field), Amortization.ZERO))
                .from(owned)
                .where(isTeam)
                .groupBy(OwnedCost.TEAM)
                .fetchMap(row -> row.get(0, String.class), row -> row.get(1, BigDecimal.class));
    }

    Table<?> table() {
        return table;
    }

    public List<Share> shares() {
        return shares;
    }

    /** The shares as a table of the engine. */
    Table<?> sharesTable() {
        return engine.store("share" + bill, shares.isEmpty() ? noShares() : allShares());
    }

    private Select<?> allShares() {
        List<RowN> rows = new ArrayList<>();
        shares.forEach(each -> rows.add(row(
                List.of(inline(each.rule()), inline(each.team()), inline(each.domain()), inline(each.billionths())))));
        return engine.sql()
                .select(SHARED_BY, BEARER, BEARERS_DOMAIN, BILLIONTHS)
                .from(values(rows.toArray(RowN[]::new))
                        .as(
                                "share",
                                SHARED_BY.getName(),
                                BEARER.getName(),
                                BEARERS_DOMAIN.getName(),
                                BILLIONTHS.getName()));
    }

    private Select<?> noShares() {
        return engine.sql()
                .select(
                        DSL.castNull(SHARED_BY).as(SHARED_BY),
                        DSL.castNull(BEARER).as(BEARER),
                        DSL.castNull(BEARERS_DOMAIN).as(BEARERS_DOMAIN),
                        DSL.castNull(BILLIONTHS).as(BILLIONTHS))
                .where(DSL.falseCondition());
    }
}
