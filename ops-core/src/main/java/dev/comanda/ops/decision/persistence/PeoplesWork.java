package dev.comanda.ops.decision.persistence;

/**
 * Publishes what people did since the last night: what they closed is resolved on this date, what they reopened is open again
 * from it on.
 */
final class PeoplesWork {

    private static final String REOPENED =
            """
            update reconciliation.resolution r
            set reopened_on = ?
            from reconciliation.break b join casework.work_case c on c.case_id = b.case_id and c.status <> 'CLOSED'
            where b.break_id = r.break_id and r.reopened_on is null and r.resolved_on < ?
            """;

    private static final String RESOLVED =
            """
            insert into reconciliation.resolution (break_id, resolved_on, action)
            select b.break_id, ?, c.resolution
            from casework.work_case c
            join reconciliation.break b on b.case_id = c.case_id and b.ended_on is null
            where c.status = 'CLOSED' and c.closed_on is null
            """;

    private static final String CLOSED =
            "update casework.work_case set closed_on = ? where status = 'CLOSED' and closed_on is null";

    private final Night night;

    PeoplesWork(Night night) {
        this.night = night;
    }

    void publish() {
        night.sql().execute(REOPENED, night.businessDate(), night.businessDate());
        night.sql().execute(RESOLVED, night.businessDate());
        night.sql().execute(CLOSED, night.businessDate());
    }
}
