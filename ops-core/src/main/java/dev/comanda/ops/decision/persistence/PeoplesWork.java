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

    private static final String FINDINGS_REOPENED =
            """
            update reconciliation.finding_resolution r
            set reopened_on = ?
            from casework.work_case c
            where c.case_id = r.case_id and c.status <> 'CLOSED' and r.reopened_on is null and r.resolved_on < ?
            """;

    private static final String FINDINGS_RESOLVED =
            """
            insert into reconciliation.finding_resolution (law, ref, case_id, resolved_on, action)
            select f.law, f.ref, c.case_id, ?, c.resolution
            from casework.work_case c
            join reconciliation.finding f on f.law = c.cause and f.ref = substr(c.subject, length('laws:') + 1)
            where c.kind = 'FINDING' and c.status = 'CLOSED' and c.closed_on is null
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
        night.sql().execute(FINDINGS_REOPENED, night.businessDate(), night.businessDate());
        night.sql().execute(FINDINGS_RESOLVED, night.businessDate());
        night.sql().execute(CLOSED, night.businessDate());
    }
}
