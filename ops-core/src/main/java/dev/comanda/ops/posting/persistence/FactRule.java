package dev.comanda.ops.posting.persistence;

import static dev.comanda.sql.ingest.Tables.SOURCE;
import static dev.comanda.sql.work.Tables.PLANNED_TRANSFER;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * A posting rule for the facts of one table: which of them, and what each moves. Facts are posted in sums, by whose they are, by
 * party and by currency.
 *
 * @param which the facts that fall to the date
 */
record FactRule(String name, Table<?> facts, Field<Long> sourceId, Condition which, List<Leg> legs) {

    /** What was read here, not taken over from before. */
    static final Condition OF_THIS_PLATFORM = SOURCE.KIND.ne("outstanding");

    static final Condition FROM_BEFORE = SOURCE.KIND.eq("outstanding");

    private static final Table<?> SUMS = table(DSL.name("pg_temp", "sums_of_facts"));

    /** One amount from a debit to a credit account; below zero it goes the other way. */
    record Leg(Account debit, Account credit, Field<BigDecimal> amount, Field<String> currency) {}

    FactRule {
        legs = List.copyOf(legs);
    }

    /** The facts are read once, whatever their legs, and by several processors where the server has them; what is left is summed leg by leg. */
    void plan(DSLContext sql) {
        Set<Field<?>> key = new LinkedHashSet<>(List.of(SOURCE.LEGAL_ENTITY_ID));
        legs.forEach(leg -> key.addAll(keyOf(leg)));
        List<Field<?>> columns = new ArrayList<>(key);
        List<Field<?>> summed = new ArrayList<>();
        columns.forEach(column -> summed.add(column.as("key_" + columns.indexOf(column))));
        for (int i = 0; i < legs.size(); i++) {
            Field<BigDecimal> amount = legs.get(i).amount();
            Condition moves = amount.ne(BigDecimal.ZERO);
            summed.add(sum(amount).filterWhere(moves).as("amount_" + i));
            summed.add(count().filterWhere(moves).as("items_" + i));
        }
        sql.createTemporaryTable(SUMS)
                .as(select(summed)
                        .from(facts)
                        .join(SOURCE)
                        .on(SOURCE.SOURCE_ID.eq(sourceId))
                        .where(which)
                        .groupBy(columns))
                .execute();
        for (int i = 0; i < legs.size(); i++) {
            plan(sql, i, column -> sumsColumn(columns, column));
        }
        sql.dropTable(SUMS).execute();
    }

    private void plan(DSLContext sql, int number, UnaryOperator<Field<?>> column) {
        Leg leg = legs.get(number);
        Field<Integer> items = field(DSL.name("items_" + number), Integer.class);
        sql.insertInto(PLANNED_TRANSFER)
                .select(select(
                                column.apply(SOURCE.LEGAL_ENTITY_ID).coerce(Short.class),
                                inline(name),
                                inline((UUID) null),
                                inline(leg.debit().code()),
                                shownParty(leg.debit(), column),
                                inline(leg.credit().code()),
                                shownParty(leg.credit(), column),
                                column.apply(leg.currency()).coerce(String.class),
                                sum(field(DSL.name("amount_" + number), BigDecimal.class)),
                                sum(items).cast(Long.class))
                        .from(SUMS)
                        .where(items.gt(0))
                        .groupBy(Stream.concat(Stream.of(SOURCE.LEGAL_ENTITY_ID), keyOf(leg).stream())
                                .<Field<?>>map(column)
                                .toList()))
                .execute();
    }

    private static Field<?> sumsColumn(List<Field<?>> columns, Field<?> column) {
        return field(DSL.name("key_" + columns.indexOf(column)), column.getDataType());
    }

    private static Field<String> shownParty(Account account, UnaryOperator<Field<?>> column) {
        return account.party() == null
                ? inline("")
                : column.apply(account.party()).coerce(String.class);
    }

    private static Set<Field<?>> keyOf(Leg leg) {
        Set<Field<?>> key = new LinkedHashSet<>(List.of(leg.currency()));
        addParty(key, leg.debit());
        addParty(key, leg.credit());
        return key;
    }

    private static void addParty(Set<Field<?>> key, Account account) {
        if (account.party() != null) {
            key.add(account.party());
        }
    }
}
