package dev.comanda.ops.chargeback.persistence;

import dev.comanda.ops.chargeback.Chargebacks;
import dev.comanda.ops.chargeback.Deadlines;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jooq.DSLContext;

/** Follows disputes in PostgreSQL, a night in one transaction. */
public final class JooqChargebacks implements Chargebacks {

    private static final String ENDED = "select count(*)::int from chargeback.dispute where state_on = ?";

    private final DSLContext database;
    private final Deadlines deadlines;
    private final Clock clock;

    public JooqChargebacks(DSLContext database, Deadlines deadlines, Clock clock) {
        this.database = database;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    public int follow(LocalDate businessDate) {
        return database.transactionResult(transaction -> {
            DSLContext sql = transaction.dsl();
            new DisputesOfANight(sql, businessDate, OffsetDateTime.now(clock)).follow(deadlines);
            return sql.resultQuery(ENDED, businessDate).fetchSingle(0, int.class);
        });
    }
}
