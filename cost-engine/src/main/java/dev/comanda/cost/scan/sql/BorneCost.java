package dev.comanda.cost.scan.sql;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;

import dev.comanda.cost.allocation.AllocationRules;
import dev.comanda.cost.allocation.Share;
import dev.comanda.cost.charge.CostQuestion;
import dev.comanda.cost.charge.ReportKey.Column;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;

/** The cost of one bill by keys of which some are owners: what is shared is divided among those who bear it. */
final class BorneCost {

    private final Engine engine;
    private final BillScan scan;
    private final CostQuestion question;
    private final AllocationRules rules;

    BorneCost(Engine engine, BillScan scan, CostQuestion question, AllocationRules rules) {
        this.engine = engine;
        this.scan = scan;
        this.question = question;
        this.rules = rules;
    }

    Select<Record> groups() {
        Field<BigDecimal> cost = ChargeFields.cost(question.metric());
        Set<Field<BigDecimal>> costs = new LinkedHashSet<>(List.of(cost, ChargeFields.AMORTIZED));
        OwnedBill owned = OwnedBill.of(
                engine,
                scan,
                rules,
                new OwnedBill.Wanted(
                        PlainCost.ofLine(question),
                        PlainCost.ofPod(question),
                        PlainCost.tags(question),
                        List.copyOf(costs)));
        Table<?> shares = owned.sharesTable();
        List<Field<?>> fields = new ArrayList<>(PlainCost.ofLine(question));
        fields.addAll(PlainCost.ofPod(question));
        fields.add(coalesce(OwnedBill.BEARER, OwnedCost.TEAM).as(OwnedCost.TEAM));
        fields.add(coalesce(OwnedBill.BEARERS_DOMAIN, OwnedCost.DOMAIN).as(OwnedCost.DOMAIN));
        fields.add(OwnedCost.ENVIRONMENT);
        fields.add(OwnedCost.settledBy().as(PlainCost.text(Column.RULE)));
        fields.add(Quanta.of(engine.dialect(), cost, coalesce(OwnedBill.BILLIONTHS, inline(Share.WHOLE)))
                .as(Quanta.COST));
        return engine.sql()
                .select(fields)
                .from(owned.table())
                .leftJoin(shares)
                .on(OwnedCost.RULE.eq(OwnedBill.SHARED_BY));
    }
}
