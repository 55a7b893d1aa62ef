package dev.comanda.ops.decision.persistence;

/**
 * Takes back what an earlier run of the same date decided. What people did stays: a case that somebody touched is kept even where the
 * night that opened it is taken back, and what people closed is published anew.
 */
final class EarlierDecisions {

    private static final String WRITE_OFFS =
            "delete from policy.write_off where business_date = ? and authority = 'POLICY'";

    private static final String DECISIONS = "delete from policy.decision where business_date = ?";

    private static final String RESOLUTIONS = "delete from reconciliation.resolution where resolved_on = ?";

    private static final String REOPENINGS =
            "update reconciliation.resolution set reopened_on = null where reopened_on = ?";

    private static final String RESOLUTIONS_OF_FINDINGS =
            "delete from reconciliation.finding_resolution where resolved_on = ?";

    private static final String REOPENINGS_OF_FINDINGS =
            "update reconciliation.finding_resolution set reopened_on = null where reopened_on = ?";

    private static final String ENTRIES = "delete from casework.entry where business_date = ?";

    private static final String CLOSED_BY_PEOPLE =
            "update casework.work_case set closed_on = null where closed_on = ? and closed_by is not null";

    private static final String CLOSED_BY_THE_NIGHT =
            """
            update casework.work_case
            set status = case when due_at is null then 'WAITING' else 'OPEN' end,
                resolution = null, closed_at = null, closed_on = null
            where closed_on = ? and closed_by is null
            """;

    private static final String ESCALATED =
            """
            update casework.work_case
            set status = 'WAITING', due_at = null, escalated_on = null
            where escalated_on = ? and status = 'OPEN' and not is_touched
            """;

    private static final String LINKS =
            """
            update reconciliation.break b
            set case_id = null
            from casework.work_case c
            where c.case_id = b.case_id and c.opened_on = ? and not c.is_touched
            """;

    private static final String OPENED = "delete from casework.work_case where opened_on = ? and not is_touched";

    private final Night night;

    EarlierDecisions(Night night) {
        this.night = night;
    }

    void takeBack() {
        for (String statement : new String[] {
            WRITE_OFFS,
            DECISIONS,
            RESOLUTIONS,
            REOPENINGS,
            RESOLUTIONS_OF_FINDINGS,
            REOPENINGS_OF_FINDINGS,
            ENTRIES,
            CLOSED_BY_PEOPLE,
            CLOSED_BY_THE_NIGHT,
            ESCALATED,
            LINKS,
            OPENED
        }) {
            night.sql().execute(statement, night.businessDate());
        }
        // Breaks that lost their cases are opened next: what was counted before says that there are hardly any.
        night.sql().execute("analyze reconciliation.break");
    }
}
