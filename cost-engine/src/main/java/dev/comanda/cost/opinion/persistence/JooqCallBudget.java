package dev.comanda.cost.opinion.persistence;

import static dev.comanda.sql.cost.Tables.EXPLORER_CALL;

import dev.comanda.cost.opinion.CallBudget;
import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jooq.DSLContext;

/** Counts the calls of all processes, one after the other. */
public final class JooqCallBudget implements CallBudget {

    private final DSLContext database;
    private final Clock clock;
    private final int callsPerDay;

    public JooqCallBudget(DSLContext database, Clock clock, int callsPerDay) {
        this.database = database;
        this.clock = clock;
        this.callsPerDay = callsPerDay;
    }

    @Override
    public void take(String operation) {
        OffsetDateTime now = OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC);
        LocalDate day = now.toLocalDate();
        database.transaction(transaction -> {
            DSLContext sql = transaction.dsl();
            // Two calls at once do not both become the last one.
            sql.execute("select pg_advisory_xact_lock(hashtext('cost.explorer_call'))");
            if (sql.fetchCount(EXPLORER_CALL, EXPLORER_CALL.DAY.eq(day)) >= callsPerDay) {
                throw new OpsException(
                        ErrorCode.CALL_BUDGET_SPENT,
                        "Cost Explorer was called " + callsPerDay + " times on " + day
                                + " (UTC) and is called no more on it; raise comanda.cost.explorer.calls-per-day or ask again tomorrow");
            }
            sql.insertInto(EXPLORER_CALL, EXPLORER_CALL.DAY, EXPLORER_CALL.OPERATION, EXPLORER_CALL.CALLED_AT)
                    .values(day, operation, now)
                    .execute();
        });
    }
}
