package dev.comanda.cost.scan.duckdb;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.when;

import dev.comanda.cost.allocation.AllocationRules;
import dev.comanda.cost.allocation.Share;
import dev.comanda.cost.scan.sql.BillColumns;
import dev.comanda.cost.scan.sql.BillScan;
import dev.comanda.cost.scan.sql.ChargeFields;
import dev.comanda.cost.scan.sql.OwnedBill;
import dev.comanda.cost.scan.sql.OwnedCost;
import dev.comanda.cost.scan.sql.PodShare;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Who bears what is shared. The parts of a line are differences of rounded running sums over its bearers, in the order of their names,
 * and add up to it.
 */
final class Bearers {

    /** 0 for a line that is borne whole, else the number of the bearer. */
    static final Field<Integer> NUMBER = field(name("bearer_number"), SQLDataType.INTEGER);

    /** The rule by which a line is shared; null where it is not. */
    private static final Field<String> SHARED_BY = field(name("shared_by_rule"), SQLDataType.VARCHAR);

    private static final Field<Integer> RULE = field(name("share", "of_rule"), SQLDataType.INTEGER);
    private static final Field<Integer> SHARE_NUMBER = field(name("share", "share_number"), SQLDataType.INTEGER);
    private static final Field<String> BEARER = field(name("share", "bearer"), SQLDataType.VARCHAR);
    private static final Field<String> BEARERS_DOMAIN = field(name("share", "bearers_domain"), SQLDataType.VARCHAR);
    private static final Field<Long> BEFORE = field(name("share", "borne_before"), SQLDataType.BIGINT);
    private static final Field<Long> UNTIL = field(name("share", "borne_until"), SQLDataType.BIGINT);

    private final DSLContext sql;
    private final AllocationRules rules;
    private final Table<?> table;

    private Bearers(DSLContext sql, AllocationRules rules, Table<?> table) {
        this.sql = sql;
        this.rules = rules;
        this.table = table;
    }

    static Bearers of(DuckDbEngine engine, BillScan scan, AllocationRules rules) {
        Table<?> table = DSL.table(name("borne" + scan.name()));
        DSLContext sql = engine.sql();
        Bearers bearers = new Bearers(sql, rules, table);
        sql.createTemporaryTable(table)
                .columns(plain(RULE), plain(SHARE_NUMBER), plain(BEARER), plain(BEARERS_DOMAIN))
                .columns(plain(BEFORE), plain(UNTIL))
                .execute();
        if (!rules.shares().isEmpty()) {
            bearers.store(OwnedBill.of(
                            engine,
                            scan,
                            rules,
                            new OwnedBill.Wanted(List.of(), List.of(), Set.of(), List.of(ChargeFields.AMORTIZED)))
                    .shares());
        }
        return bearers;
    }

    private static <T> Field<T> plain(Field<T> field) {
        return field(name(field.getName()), field.getDataType());
    }

    private void store(List<Share> shares) {
        Map<Integer, Long> borne = new HashMap<>();
        int number = 0;
        for (Share each : shares) {
            long before = borne.getOrDefault(each.rule(), 0L);
            borne.put(each.rule(), before + each.billionths());
            sql.insertInto(
                            table,
                            plain(RULE),
                            plain(SHARE_NUMBER),
                            plain(BEARER),
                            plain(BEARERS_DOMAIN),
                            plain(BEFORE),
                            plain(UNTIL))
                    .values(each.rule(), ++number, each.team(), each.domain(), before, before + each.billionths())
                    .execute();
        }
    }

    /** The lines with their owners, those that are shared once for each bearer. */
    Select<Record> divided(Select<?> lines) {
        Table<?> owned = lines.asTable("owned");
        List<Field<?>> fields = new ArrayList<>();
        for (Field<?> each : lines.getSelect()) {
            fields.add(divided(each).as(each.getName()));
        }
        fields.add(coalesce(SHARE_NUMBER, inline(0)).as(NUMBER));
        fields.add(when(RULE.isNotNull(), ruleName()).as(SHARED_BY));
        return sql.select(fields)
                .from(owned)
                .leftJoin(table.as("share"))
                .on(of(OwnedCost.RULE).eq(RULE));
    }

    private static <T> Field<T> of(Field<T> field) {
        return field(name("owned", field.getName()), field.getDataType());
    }

    private static Field<?> divided(Field<?> field) {
        if (field.getName().equals(OwnedCost.TEAM.getName())) {
            return coalesce(BEARER, of(OwnedCost.TEAM));
        }
        if (field.getName().equals(OwnedCost.DOMAIN.getName())) {
            return coalesce(BEARERS_DOMAIN, of(OwnedCost.DOMAIN));
        }
        for (Field<BigDecimal> each : InstanceLines.amounts()) {
            if (each.getName().equals(field.getName())) {
                boolean isCost = LineAmounts.COSTS.contains(each);
                return when(RULE.isNull(), of(each))
                        .otherwise(
                                isCost
                                        ? cost(each)
                                        : borne(each, UNTIL)
                                                .minus(borne(each, BEFORE))
                                                .cast(BillColumns.COST));
            }
        }
        return of(field);
    }

    private static Field<BigDecimal> cost(Field<BigDecimal> cost) {
        Field<BigInteger> number = DuckDbDialect.INSTANCE.quantaOf(of(cost));
        Field<BigInteger> whole = inline(BigInteger.valueOf(Share.WHOLE));
        return field(
                        "cast({0} as decimal(26, 0)) * cast(0.000000000001 as decimal(12, 12))",
                        BillColumns.COST,
                        PodShare.proportion(DuckDbDialect.INSTANCE, number, UNTIL.coerce(PodShare.TYPE), whole)
                                .minus(PodShare.proportion(
                                        DuckDbDialect.INSTANCE, number, BEFORE.coerce(PodShare.TYPE), whole)))
                .cast(BillColumns.COST);
    }

    private static Field<BigDecimal> borne(Field<BigDecimal> quantity, Field<Long> share) {
        return field(
                """
                case when {1} = {2} then {0}
                     else try_cast(round(cast({0} as double) * {1} / {2}, 12) as decimal(38, 12)) end
                """,
                BillColumns.COST, of(quantity), share, inline(Share.WHOLE));
    }

    private Field<String> ruleName() {
        Map<Field<Integer>, Field<String>> names = new LinkedHashMap<>();
        rules.shares().forEach(each -> names.put(inline(each.number()), inline(each.name())));
        return names.isEmpty()
                ? DSL.castNull(SQLDataType.VARCHAR)
                : DSL.case_(RULE).mapFields(names);
    }
}
