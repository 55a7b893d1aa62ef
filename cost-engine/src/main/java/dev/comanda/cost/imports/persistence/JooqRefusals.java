package dev.comanda.cost.imports.persistence;

import static dev.comanda.sql.cost.Tables.REFUSAL;

import dev.comanda.cost.bill.UnreadableBillException;
import dev.comanda.cost.imports.Refusals;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Refusals in PostgreSQL, which takes each once until it ends. */
public final class JooqRefusals implements Refusals {

    private final DSLContext database;
    private final Clock clock;

    public JooqRefusals(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void add(String source, UnreadableBillException problem, @Nullable String fingerprint) {
        YearMonth period = problem.period();
        database.insertInto(REFUSAL)
                .set(REFUSAL.PERIOD, period == null ? null : period.atDay(1))
                .set(REFUSAL.SOURCE, source)
                .set(REFUSAL.FILE, problem.file())
                .set(REFUSAL.SENTENCE, problem.sentence())
                .set(REFUSAL.FINGERPRINT, fingerprint)
                .set(REFUSAL.REFUSED_AT, OffsetDateTime.now(clock))
                .onConflictDoNothing()
                .execute();
    }

    @Override
    public void end(YearMonth period) {
        end(REFUSAL.PERIOD.eq(period.atDay(1)));
    }

    @Override
    public void end(String source, @Nullable YearMonth period) {
        end(REFUSAL.SOURCE
                .eq(source)
                .and(period == null ? REFUSAL.PERIOD.isNull() : REFUSAL.PERIOD.eq(period.atDay(1))));
    }

    private void end(Condition which) {
        database.update(REFUSAL)
                .set(REFUSAL.ENDED_AT, OffsetDateTime.now(clock))
                .where(which)
                .and(REFUSAL.ENDED_AT.isNull())
                .execute();
    }
}
