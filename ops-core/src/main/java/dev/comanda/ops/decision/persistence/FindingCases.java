package dev.comanda.ops.decision.persistence;

/** Cases of broken laws: each finding of the date is one, about the event that breaks it. */
final class FindingCases {

    private static final String OPEN =
            """
            with night as (select ?::date as date, ?::timestamptz as now),
            found as (
                select f.law, 'laws:' || f.ref as subject, f.currency, f.legal_entity_id,
                       money.rounded(abs(coalesce(f.expected, 0) - coalesce(f.actual, 0)), coalesce(f.currency, 'BRL')) as amount
                from night join reconciliation.finding f on f.business_date = night.date
            ), keyed as (
                select *, md5(legal_entity_id || '|' || law || '|' || subject)::uuid as subject_key from found
            )
            insert into casework.work_case (case_id, legal_entity_id, kind, cause, subject, subject_key, opened_on, opened_at, currency,
                                            amount, status, owner, priority)
            select md5(k.subject_key || '|' || night.date)::uuid, k.legal_entity_id, 'FINDING', k.law, k.subject, k.subject_key,
                   night.date, night.now, k.currency, k.amount, 'WAITING', 'FINANCE', 4
            from keyed k cross join night
            where not exists (select from casework.work_case c where c.subject_key = k.subject_key and c.status <> 'CLOSED')
            on conflict (case_id) do nothing
            """;

    /** A finding that a second run of the date does not find again; only cases that somebody touched can be left of it. */
    private static final String CLOSE_WITHDRAWN =
            """
            with night as (select ?::date as date, ?::timestamptz as now),
            withdrawn as (
                update casework.work_case c
                set status = 'CLOSED', resolution = 'WITHDRAWN', closed_at = night.now, closed_on = night.date
                from night
                where c.kind = 'FINDING' and c.status <> 'CLOSED' and c.opened_on = night.date
                  and not exists (select from reconciliation.finding f where f.law = c.cause and 'laws:' || f.ref = c.subject)
                returning c.case_id
            )
            insert into casework.entry (case_id, happened_at, business_date, kind, detail)
            select withdrawn.case_id, night.now, night.date, 'CLOSED', 'WITHDRAWN' from withdrawn cross join night
            """;

    private final Night night;

    FindingCases(Night night) {
        this.night = night;
    }

    void open() {
        night.execute(OPEN);
        night.execute(CLOSE_WITHDRAWN);
    }
}
