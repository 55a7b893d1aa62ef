package dev.comanda.cost.scan.sql;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

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
import org.jooq.DSLContext;
import org.jooq.Field;
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

    private final DSLContext sql;
    private final String bill;
    private final Table<?> table;
    private final List<Share> shares;

    private OwnedBill(DSLContext sql, String bill, Table<?> table, List<Share> shares) {
        this.sql = sql;
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

    public static OwnedBill of(DSLContext sql, BillScan scan, AllocationRules rules, Wanted wanted) {
        RuleInputs inputs = new RuleInputs(rules);
        Table<?> table = DSL.table(name("owned" + scan.name()));
        Carried carried = new Carried(
                Carried.union(wanted.ofLine(), inputs.ofLine()),
                Carried.union(wanted.ofPod(), inputs.ofPod()),
                inputs.ofEither(),
                wanted.costs(),
                inputs.usages());
        PodCost cost = new PodCost(sql, scan.name(), lines(sql, scan, inputs, wanted), carried);
        Select<?> groups = scan.mayHavePods() ? cost.divided() : cost.undivided();
        Table<?> owned =
                new OwnedCost(sql, rules, inputs).of(groups.asTable("cost")).asTable("owned");
        sql.createTemporaryTable(table).as(grouped(sql, owned, wanted, inputs)).execute();
        return new OwnedBill(sql, scan.name(), table, shares(sql, table, rules));
    }

    private static Select<?> lines(DSLContext sql, BillScan scan, RuleInputs inputs, Wanted wanted) {
        Set<String> tags = new LinkedHashSet<>(wanted.tags());
        tags.addAll(inputs.tags());
        return sql.select(DSL.asterisk())
                .select(inputs.ofEachLine())
                .from(scan.charges(tags, inputs.categories()).asTable("charged"));
    }

    private static Select<?> grouped(DSLContext sql, Table<?> owned, Wanted wanted, RuleInputs inputs) {
        List<Field<?>> keys = new ArrayList<>(wanted.ofLine());
        keys.addAll(wanted.ofPod());
        keys.addAll(List.of(OwnedCost.RULE, OwnedCost.TEAM, OwnedCost.DOMAIN, OwnedCost.ENVIRONMENT));
        List<Field<?>> sums = new ArrayList<>();
        wanted.costs().forEach(each -> sums.add(sum(each)));
        inputs.usages().forEach(each -> sums.add(sum(each)));
        return sql.select(keys).select(sums).from(owned).groupBy(keys);
    }

    private static Field<BigDecimal> sum(Field<BigDecimal> field) {
        return DSL.sum(field).cast(BillColumns.COST).as(field);
    }

    private static List<Share> shares(DSLContext sql, Table<?> owned, AllocationRules rules) {
        if (rules.shares().isEmpty()) {
            return List.of();
        }
        Map<Integer, Map<String, BigDecimal>> usage = new HashMap<>();
        for (Rule rule : rules.shares()) {
            if (rule.shared() instanceof Split.ByUsage) {
                usage.put(rule.number(), byTeam(sql, owned, RuleInputs.usage(rule)));
            }
        }
        return new Shares(rules).of(new Shares.Weights(byTeam(sql, owned, ChargeFields.AMORTIZED), usage));
    }

    private static Map<String, BigDecimal> byTeam(DSLContext sql, Table<?> owned, Field<BigDecimal> field) {
        Condition isTeam = OwnedCost.TEAM.isNotNull().and(OwnedCost.TEAM.notIn(Owner.UNALLOCATED, Owner.IDLE));
        return sql.select(OwnedCost.TEAM, DSL.coalesce(DSL.sum(field), Amortization.ZERO))
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

    /** The shares as a table of DuckDB. */
    Table<?> sharesTable() {
        Table<?> stored = DSL.table(name("share" + bill));
        sql.createTemporaryTable(stored)
                .columns(SHARED_BY, BEARER, BEARERS_DOMAIN, BILLIONTHS)
                .execute();
        shares.forEach(each -> sql.insertInto(stored, SHARED_BY, BEARER, BEARERS_DOMAIN, BILLIONTHS)
                .values(each.rule(), each.team(), each.domain(), each.billionths())
                .execute());
        return stored;
    }
}
