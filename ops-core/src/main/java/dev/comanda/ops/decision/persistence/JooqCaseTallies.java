package dev.comanda.ops.decision.persistence;

import dev.comanda.ops.decision.CaseTallies;
import dev.comanda.ops.decision.CaseTally;
import java.time.LocalDate;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Counts the cases of a date's night. */
public final class JooqCaseTallies implements CaseTallies {

    private static final String COUNTS =
            """
            with night as (select ?::date as date)
            select count(*) filter (where c.opened_on = night.date) as opened,
                   count(*) filter (where c.closed_on = night.date) as closed,
                   count(*) filter (where c.closed_on = night.date and c.closed_by is null and not c.is_touched and c.reopenings = 0)
                       as closed_automatically,
                   count(*) filter (where c.opened_on <= night.date and (c.closed_on is null or c.closed_on > night.date)) as open
            from night
            join casework.work_case c on c.opened_on = night.date or c.closed_on = night.date
                or c.opened_on <= night.date and (c.closed_on is null or c.closed_on > night.date)
            """;

    private static final String RESOLVED =
            """
            select d.name, count(*) as breaks
            from reconciliation.resolution r
            join reconciliation.break b on b.break_id = r.break_id
            join reconciliation.definition d on d.definition_id = b.definition_id
            join casework.work_case c on c.case_id = b.case_id and c.closed_by is null
            where r.resolved_on = ?
            group by d.name
            """;

    private final DSLContext database;

    public JooqCaseTallies(DSLContext database) {
        this.database = database;
    }

    @Override
    public CaseTally of(LocalDate businessDate) {
        TreeMap<String, Long> resolved = new TreeMap<>();
        for (Record row : database.resultQuery(RESOLVED, businessDate).fetch()) {
            resolved.put(row.get("name", String.class), row.get("breaks", Long.class));
        }
        Record counts = database.resultQuery(COUNTS, businessDate).fetchSingle();
        return new CaseTally(
                counts.get("opened", Long.class),
                counts.get("closed", Long.class),
                counts.get("closed_automatically", Long.class),
                counts.get("open", Long.class),
                resolved);
    }
}
