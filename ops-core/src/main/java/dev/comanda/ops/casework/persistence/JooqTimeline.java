package dev.comanda.ops.casework.persistence;

import static dev.comanda.sql.casework.Tables.ENTRY;

import dev.comanda.ops.casework.Timeline;
import dev.comanda.sql.audit.tables.Entry;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;

/** Timelines in PostgreSQL; whoever changes something with an entry gives the context of his transaction. */
public final class JooqTimeline implements Timeline {

    private static final Entry AUDIT = Entry.ENTRY;

    private final DSLContext sql;
    private final Clock clock;

    public JooqTimeline(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public void tell(UUID id, String person, String kind, String detail) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        sql.insertInto(ENTRY)
                .set(ENTRY.CASE_ID, id)
                .set(ENTRY.HAPPENED_AT, now)
                .set(ENTRY.ACTOR, person)
                .set(ENTRY.KIND, kind)
                .set(ENTRY.DETAIL, detail)
                .execute();
        sql.insertInto(AUDIT)
                .set(AUDIT.HAPPENED_AT, now)
                .set(AUDIT.ACTOR, person)
                .set(AUDIT.ACTION, "case " + kind.toLowerCase(Locale.ROOT).replace('_', ' '))
                .set(AUDIT.SUBJECT, "case " + id)
                .set(AUDIT.DETAIL, detail)
                .execute();
    }
}
