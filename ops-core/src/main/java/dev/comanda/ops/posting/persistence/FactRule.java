package dev.comanda.ops.posting.persistence;

import static dev.comanda.sql.ingest.Tables.SOURCE;
import static dev.comanda.sql.work.Tables.PLANNED_TRANSFER;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;

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

    /** One amount from a debit to a credit account; below zero it goes the other way. */
    record Leg(Account debit, Account credit, Field<BigDecimal> amount, Field<String> currency) {}

    FactRule {
        legs = List.copyOf(legs);
    }

    void plan(DSLContext sql) {
        for (Leg leg : legs) {
            List<Field<?>> key = new ArrayList<>(List.of(SOURCE.LEGAL_ENTITY_ID, leg.currency()));
            addParty(key, leg.debit());
            addParty(key, leg.credit());
            sql.insertInto(PLANNED_TRANSFER)
                    .select(select(
                                    SOURCE.LEGAL_ENTITY_ID,
                                    inline(name),
                                    inline((UUID) null),
                                    inline(leg.debit().code()),
                                    leg.debit().shownParty(),
                                    inline(leg.credit().code()),
                                    leg.credit().shownParty(),
                                    leg.currency(),
                                    sum(leg.amount()),
                                    count().cast(Long.class))
                            .from(facts)
                            .join(SOURCE)
                            .on(SOURCE.SOURCE_ID.eq(sourceId))
                            .where(which)
                            .and(leg.amount().ne(BigDecimal.ZERO))
                            .groupBy(key))
                    .execute();
        }
    }

    private static void addParty(List<Field<?>> key, Account account) {
        if (account.party() != null) {
            key.add(account.party());
        }
    }
}
