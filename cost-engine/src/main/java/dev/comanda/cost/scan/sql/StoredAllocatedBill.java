package dev.comanda.cost.scan.sql;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import dev.comanda.cost.allocation.AllocationRules;
import dev.comanda.cost.allocation.Owner;
import dev.comanda.cost.allocation.Share;
import dev.comanda.cost.fact.AllocatedBill;
import dev.comanda.cost.fact.Fact;
import dev.comanda.cost.fact.FactKey;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** The facts of one bill, computed and held by the engine. */
public final class StoredAllocatedBill implements AllocatedBill {

    private static final Field<Integer> NUMBER = field(name("number"), SQLDataType.INTEGER);

    private static final List<Field<?>> OF_LINE = List.of(
            ChargeFields.ACCOUNT,
            ChargeFields.SERVICE,
            ChargeFields.REGION,
            ChargeFields.CHARGE_TYPE,
            ChargeFields.DATE);

    private static final List<Field<String>> OF_POD = List.of(ChargeFields.CLUSTER, ChargeFields.NAMESPACE);

    private static final List<Field<BigDecimal>> COSTS =
            List.of(ChargeFields.UNBLENDED, ChargeFields.AMORTIZED, ChargeFields.NET_AMORTIZED, ChargeFields.LIST);

    private final Engine engine;
    private final AllocationRules rules;
    private final OwnedBill owned;
    private final Table<?> keys;
    private final Table<?> facts;

    private StoredAllocatedBill(Engine engine, AllocationRules rules, OwnedBill owned, Table<?> keys, Table<?> facts) {
        this.engine = engine;
        this.rules = rules;
        this.owned = owned;
        this.keys = keys;
        this.facts = facts;
    }

    public static StoredAllocatedBill of(Engine engine, BillScan scan, AllocationRules rules) {
        OwnedBill owned = OwnedBill.of(engine, scan, rules, new OwnedBill.Wanted(OF_LINE, OF_POD, Set.of(), COSTS));
        Table<?> keys = engine.store(
                "fact_key" + scan.name(),
                engine.sql()
                        .select(keyColumns())
                        .select(DSL.rowNumber()
                                .over(DSL.orderBy(keyColumns()))
                                .cast(SQLDataType.INTEGER)
                                .as(NUMBER))
                        .from(engine.sql()
                                .selectDistinct(keyColumns())
                                .from(owned.table())
                                .asTable("key")));
        List<Field<?>> fields = new ArrayList<>(List.of(NUMBER, ChargeFields.DATE));
        fields.addAll(COSTS);
        Table<?> facts = engine.store(
                "fact" + scan.name(),
                engine.sql()
                        .select(fields)
                        .from(owned.table().as("owned"))
                        .join(keys.as("key"))
                        .on(DSL.and(keyColumns().stream()
                                .map(each -> engine.dialect()
                                        .same(field(name("owned", each.getName())), field(name("key", each.getName()))))
                                .toList())));
        return new StoredAllocatedBill(engine, rules, owned, keys, facts);
    }

    private static List<Field<?>> keyColumns() {
        List<Field<?>> columns = new ArrayList<>(OF_LINE);
        columns.remove(ChargeFields.DATE);
        columns.addAll(OF_POD);
        columns.addAll(List.of(OwnedCost.TEAM, OwnedCost.DOMAIN, OwnedCost.ENVIRONMENT, OwnedCost.RULE));
        return columns;
    }

    @Override
    public AllocationRules rules() {
        return rules;
    }

    @Override
    public List<Share> shares() {
        return owned.shares();
    }

    @Override
    public void keys(Consumer<FactKey> each) {
        try (ResultSet rows = engine.sql()
                .select(NUMBER)
                .select(keyColumns())
                .from(keys)
                .orderBy(NUMBER)
                .fetchResultSet()) {
            while (rows.next()) {
                each.accept(new FactKey(
                        rows.getInt(1),
                        text(rows.getString(2), ""),
                        text(rows.getString(3), ""),
                        text(rows.getString(4), ""),
                        text(rows.getString(5), ""),
                        text(rows.getString(6), Owner.UNALLOCATED),
                        text(rows.getString(7), Owner.UNALLOCATED),
                        rows.getString(8),
                        rows.getString(9),
                        rows.getString(10),
                        rows.getInt(11)));
            }
        } catch (SQLException e) {
            throw new DataAccessException("the keys of facts could not be read", e);
        }
    }

    private static String text(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }

    @Override
    public void facts(Consumer<Fact> each) {
        List<Field<?>> fields = new ArrayList<>(List.of(NUMBER, ChargeFields.DATE));
        COSTS.forEach(cost -> fields.add(coalesce(cost, inline(BigDecimal.ZERO)).as(cost)));
        // There are hundreds of thousands, for which a record of jOOQ each would take longer than the engine does.
        try (ResultSet rows = engine.sql()
                .select(fields)
                .from(facts)
                .orderBy(NUMBER, ChargeFields.DATE)
                .fetchResultSet()) {
            while (rows.next()) {
                each.accept(new Fact(
                        rows.getInt(1),
                        rows.getObject(2, LocalDate.class),
                        rows.getBigDecimal(3),
                        rows.getBigDecimal(4),
                        rows.getBigDecimal(5),
                        rows.getBigDecimal(6)));
            }
        } catch (SQLException e) {
            throw new DataAccessException("the facts could not be read", e);
        }
    }
}
