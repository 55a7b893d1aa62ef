package dev.comanda.ops.policy.loading;

import static dev.comanda.sql.policy.Tables.WRITE_OFF_LIMIT;

import dev.comanda.ops.policy.WriteOffLimit;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The limits of write-offs as they are configured. */
public final class WriteOffLimits {

    private final DSLContext database;

    public WriteOffLimits(DSLContext database) {
        this.database = database;
    }

    /** Sets these limits; those of other authorities and currencies stay as they are. */
    public void set(List<WriteOffLimit> limits) {
        database.transaction(transaction -> limits.forEach(limit -> DSL.using(transaction)
                .insertInto(WRITE_OFF_LIMIT)
                .set(WRITE_OFF_LIMIT.AUTHORITY, limit.authority().name())
                .set(WRITE_OFF_LIMIT.CURRENCY, limit.currency())
                .set(WRITE_OFF_LIMIT.PER_CASE, limit.perCase())
                .set(WRITE_OFF_LIMIT.PER_DAY, limit.perDay())
                .onConflict(WRITE_OFF_LIMIT.AUTHORITY, WRITE_OFF_LIMIT.CURRENCY)
                .doUpdate()
                .set(WRITE_OFF_LIMIT.PER_CASE, limit.perCase())
                .set(WRITE_OFF_LIMIT.PER_DAY, limit.perDay())
                .execute()));
    }
}
