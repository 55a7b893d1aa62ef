package dev.comanda.cost.fact.loading;

import static dev.comanda.sql.cost.Tables.ALLOCATION;
import static dev.comanda.sql.cost.Tables.DELIVERY;
import static dev.comanda.sql.cost.Tables.FACT;
import static dev.comanda.sql.cost.Tables.FACT_KEY;
import static dev.comanda.sql.cost.Tables.FACT_OF_PERIOD;
import static dev.comanda.sql.cost.Tables.PROOF;
import static dev.comanda.sql.cost.Tables.ROLLUP;
import static dev.comanda.sql.cost.Tables.ROLLUP_KEY;
import static dev.comanda.sql.cost.Tables.RULES;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import dev.comanda.cost.allocation.AllocationRules;
import dev.comanda.cost.allocation.Share;
import dev.comanda.cost.charge.Metric;
import dev.comanda.cost.fact.AllocatedBill;
import dev.comanda.ops.copy.Copies;
import dev.comanda.ops.copy.CopyTarget;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What the rules made of one delivery, written in the transaction that shows it. */
public final class AllocationLoad {

    private final Configuration transaction;
    private final DSLContext sql;

    public AllocationLoad(Configuration transaction) {
        this.transaction = transaction;
        this.sql = transaction.dsl();
    }

    /**
     * Writes rules, shares, facts and proof.
     *
     * @return the allocation's id
     * @throws org.jooq.exception.DataAccessException where the facts are not the bill to the last digit
     */
    public long write(long delivery, AllocatedBill bill, OffsetDateTime now) {
        long allocation = sql.insertInto(ALLOCATION)
                .set(ALLOCATION.DELIVERY_ID, delivery)
                .set(ALLOCATION.RULES_ID, rules(bill.rules(), now))
                .set(ALLOCATION.MADE_AT, now)
                .returning(ALLOCATION.ALLOCATION_ID)
                .fetchSingle()
                .getAllocationId();
        copyShares(allocation, bill);
        copyKeys(allocation, bill);
        copyFacts(allocation, bill);
        addUp(allocation);
        rollUp(allocation);
        analyze();
        Map<String, Record> places = places(allocation);
        for (Metric metric : Metric.values()) {
            prove(allocation, delivery, metric, places);
        }
        return allocation;
    }

    private long rules(AllocationRules rules, OffsetDateTime now) {
        sql.insertInto(RULES)
                .set(RULES.CONTENT_HASH, rules.hash())
                .set(RULES.CONTENT, rules.content())
                .set(RULES.ORIGIN, rules.origin())
                .set(RULES.FIRST_USED_AT, now)
                .onConflict(RULES.CONTENT_HASH)
                .doNothing()
                .execute();
        return sql.selectFrom(RULES)
                .where(RULES.CONTENT_HASH.eq(rules.hash()))
                .fetchSingle()
                .getRulesId();
    }

    private void copyShares(long allocation, AllocatedBill bill) {
        CopyTarget rows = new CopyTarget(
                Copies.of(transaction), "cost.share (allocation_id, rule_number, team, domain, fraction)");
        for (Share each : bill.shares()) {
            rows.add(allocation)
                    .add(each.rule())
                    .add(each.team())
                    .add(each.domain())
                    .add(BigDecimal.valueOf(each.billionths(), 9));
            rows.end();
        }
        rows.flush();
    }

    private void copyKeys(long allocation, AllocatedBill bill) {
        CopyTarget rows = new CopyTarget(
                Copies.of(transaction),
                "cost.fact_key (allocation_id, key_number, rollup_number, account, service, region, charge_type, cluster, namespace, team,"
                        + " domain, environment, rule_number)");
        RollupKeys rollups = new RollupKeys(transaction, allocation);
        bill.keys(each -> {
            rows.add(allocation)
                    .add(each.number())
                    .add(rollups.numberOf(each))
                    .add(each.account())
                    .add(each.service())
                    .add(each.region())
                    .add(each.chargeType())
                    .add(each.cluster())
                    .add(each.namespace())
                    .add(each.team())
                    .add(each.domain())
                    .add(each.environment())
                    .add(each.rule());
            rows.end();
        });
        rows.flush();
        rollups.flush();
    }

    private void copyFacts(long allocation, AllocatedBill bill) {
        try (CopyTarget rows = CopyTarget.inOneCopy(
                Copies.of(transaction),
                "cost.fact (allocation_id, key_number, usage_date, unblended, amortized, net_amortized, list)")) {
            bill.facts(each -> {
                rows.add(allocation)
                        .add(each.key())
                        .add(each.date())
                        .add(each.unblended())
                        .add(each.amortized())
                        .add(each.netAmortized())
                        .add(each.list());
                rows.end();
            });
            rows.flush();
        }
    }

    private void addUp(long allocation) {
        sql.insertInto(FACT_OF_PERIOD)
                .columns(
                        FACT_OF_PERIOD.ALLOCATION_ID,
                        FACT_OF_PERIOD.KEY_NUMBER,
                        FACT_OF_PERIOD.UNBLENDED,
                        FACT_OF_PERIOD.AMORTIZED,
                        FACT_OF_PERIOD.NET_AMORTIZED,
                        FACT_OF_PERIOD.LIST)
                .select(select(
                                FACT.ALLOCATION_ID,
                                FACT.KEY_NUMBER,
                                sum(FACT.UNBLENDED),
                                sum(FACT.AMORTIZED),
                                sum(FACT.NET_AMORTIZED),
                                sum(FACT.LIST))
                        .from(FACT)
                        .where(FACT.ALLOCATION_ID.eq(allocation))
                        .groupBy(FACT.ALLOCATION_ID, FACT.KEY_NUMBER))
                .execute();
    }

    private void rollUp(long allocation) {
        sql.insertInto(ROLLUP)
                .columns(
                        ROLLUP.ALLOCATION_ID,
                        ROLLUP.ROLLUP_NUMBER,
                        ROLLUP.USAGE_DATE,
                        ROLLUP.UNBLENDED,
                        ROLLUP.AMORTIZED,
                        ROLLUP.NET_AMORTIZED,
                        ROLLUP.LIST)
                .select(select(
                                FACT.ALLOCATION_ID,
                                FACT_KEY.ROLLUP_NUMBER,
                                FACT.USAGE_DATE,
                                sum(FACT.UNBLENDED),
                                sum(FACT.AMORTIZED),
                                sum(FACT.NET_AMORTIZED),
                                sum(FACT.LIST))
                        .from(FACT)
                        .join(FACT_KEY)
                        .on(FACT_KEY.ALLOCATION_ID.eq(FACT.ALLOCATION_ID))
                        .and(FACT_KEY.KEY_NUMBER.eq(FACT.KEY_NUMBER))
                        .where(FACT.ALLOCATION_ID.eq(allocation))
                        .groupBy(FACT.ALLOCATION_ID, FACT_KEY.ROLLUP_NUMBER, FACT.USAGE_DATE)
                        .orderBy(FACT.USAGE_DATE, FACT_KEY.ROLLUP_NUMBER))
                .execute();
    }

    /** Reports that come before the server has looked at the rows by itself would be planned as if there were none. */
    private void analyze() {
        sql.execute(
                "analyze cost.fact, cost.fact_key, cost.fact_of_period, cost.rollup, cost.rollup_key, cost.share, cost.published");
    }

    /** What is in each place, by all metrics: of the rollup, which a fact without key, or a key without rollup, would be missing from. */
    private Map<String, Record> places(long allocation) {
        List<Field<?>> sums = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            sums.add(sum(ofRollup(metric)).as(ofRollup(metric)));
        }
        return sql.select(ROLLUP_KEY.PLACE)
                .select(sums)
                .from(ROLLUP)
                .join(ROLLUP_KEY)
                .on(ROLLUP_KEY.ALLOCATION_ID.eq(ROLLUP.ALLOCATION_ID))
                .and(ROLLUP_KEY.ROLLUP_NUMBER.eq(ROLLUP.ROLLUP_NUMBER))
                .where(ROLLUP.ALLOCATION_ID.eq(allocation))
                .groupBy(ROLLUP_KEY.PLACE)
                .fetchMap(ROLLUP_KEY.PLACE, row -> row);
    }

    private void prove(long allocation, long delivery, Metric metric, Map<String, Record> places) {
        sql.insertInto(PROOF)
                .set(PROOF.ALLOCATION_ID, allocation)
                .set(PROOF.METRIC, metric.code())
                .set(PROOF.ALLOCATED, placed(places.get("ALLOCATED"), metric))
                .set(PROOF.SHARED, placed(places.get("SHARED"), metric))
                .set(PROOF.IDLE, placed(places.get("IDLE"), metric))
                .set(PROOF.UNALLOCATED, placed(places.get("UNALLOCATED"), metric))
                .set(
                        PROOF.BILL,
                        DSL.field(select(ofDelivery(metric)).from(DELIVERY).where(DELIVERY.DELIVERY_ID.eq(delivery))))
                .execute();
    }

    private static BigDecimal placed(@Nullable Record place, Metric metric) {
        return place == null ? BigDecimal.ZERO : place.get(ofRollup(metric));
    }

    private static Field<BigDecimal> ofRollup(Metric metric) {
        return switch (metric) {
            case UNBLENDED -> ROLLUP.UNBLENDED;
            case AMORTIZED -> ROLLUP.AMORTIZED;
            case NET_AMORTIZED -> ROLLUP.NET_AMORTIZED;
            case LIST -> ROLLUP.LIST;
        };
    }

    private static Field<BigDecimal> ofDelivery(Metric metric) {
        return switch (metric) {
            case UNBLENDED -> DELIVERY.UNBLENDED;
            case AMORTIZED -> DELIVERY.AMORTIZED;
            case NET_AMORTIZED -> DELIVERY.NET_AMORTIZED;
            case LIST -> DELIVERY.LIST;
        };
    }

    /** Removes the facts of a period's other allocations; their proofs and shares stay. */
    public void keepOnly(long allocation) {
        var others = select(ALLOCATION.ALLOCATION_ID)
                .from(ALLOCATION)
                .join(DELIVERY)
                .on(DELIVERY.DELIVERY_ID.eq(ALLOCATION.DELIVERY_ID))
                .where(DELIVERY.PERIOD.eq(select(DELIVERY.PERIOD)
                        .from(DELIVERY)
                        .join(ALLOCATION)
                        .on(ALLOCATION.DELIVERY_ID.eq(DELIVERY.DELIVERY_ID))
                        .where(ALLOCATION.ALLOCATION_ID.eq(allocation))))
                .and(ALLOCATION.ALLOCATION_ID.ne(allocation));
        sql.deleteFrom(FACT).where(FACT.ALLOCATION_ID.in(others)).execute();
        sql.deleteFrom(FACT_OF_PERIOD)
                .where(FACT_OF_PERIOD.ALLOCATION_ID.in(others))
                .execute();
        sql.deleteFrom(ROLLUP).where(ROLLUP.ALLOCATION_ID.in(others)).execute();
        sql.deleteFrom(ROLLUP_KEY).where(ROLLUP_KEY.ALLOCATION_ID.in(others)).execute();
        sql.deleteFrom(FACT_KEY).where(FACT_KEY.ALLOCATION_ID.in(others)).execute();
    }
}
