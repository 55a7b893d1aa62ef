package dev.comanda.ops.decision.persistence;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jooq.DSLContext;

/**
 * One night's deciding.
 *
 * @param sql the context of its transaction
 */
record Night(DSLContext sql, LocalDate businessDate, OffsetDateTime now) {

    /** Runs a statement whose two parameters are the night's date and the moment of deciding, in this order. */
    int execute(String statement) {
        return sql.execute(statement, businessDate, now);
    }
}
