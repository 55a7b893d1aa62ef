package dev.comanda.ops.decision.persistence;

/**
 * Cases of records that could not be taken: one for each source and reason, because what is wrong with a thousand lines of a
 * file is one thing to find out. It ends when replays have taken all of them up.
 */
final class RejectCases {

    /** Rejects of the sources that the date took; what a replay refused again belongs to the case of the first refusal. */
    private static final String OPEN =
            """
            with night as (select ?::date as date, ?::timestamptz as now),
            refused as (
                select distinct r.reason, s.path as subject, s.legal_entity_id
                from night
                join reconciliation.taken_source t on t.business_date = night.date
                join ingest.source s on s.source_id = t.source_id and s.rejected > 0 and s.kind <> 'replay'
                join ingest.reject r on r.source_id = s.source_id
                where not exists (select from ingest.replay_attempt a
                                  where a.reject_id = r.reject_id and a.outcome in ('ACCEPTED', 'DUPLICATE', 'IGNORED'))
            ), keyed as (
                select *, md5(legal_entity_id || '|' || reason || '|' || subject)::uuid as subject_key from refused
            )
            insert into casework.work_case (case_id, legal_entity_id, kind, cause, subject, subject_key, opened_on, opened_at, amount,
                                            status, owner, priority)
            select md5(k.subject_key || '|' || night.date)::uuid, k.legal_entity_id, 'REJECT', k.reason, k.subject, k.subject_key,
                   night.date, night.now, 0, 'WAITING', 'INTEGRATION', 4
            from keyed k cross join night
            where not exists (select from casework.work_case c where c.subject_key = k.subject_key and c.status <> 'CLOSED')
            on conflict (case_id) do nothing
            """;

    private static final String CLOSE_TAKEN_UP =
            """
            with night as (select ?::date as date, ?::timestamptz as now),
            done as (
                update casework.work_case c
                set status = 'CLOSED', resolution = 'REPLAYED', closed_at = night.now, closed_on = night.date
                from night
                where c.kind = 'REJECT' and c.status <> 'CLOSED'
                  and not exists (
                      select from ingest.source s
                      join ingest.reject r on r.source_id = s.source_id and r.reason = c.cause
                      where s.path = c.subject and s.legal_entity_id = c.legal_entity_id
                        and not exists (select from ingest.replay_attempt a
                                        where a.reject_id = r.reject_id and a.outcome in ('ACCEPTED', 'DUPLICATE', 'IGNORED')))
                returning c.case_id
            )
            insert into casework.entry (case_id, happened_at, business_date, kind, detail)
            select done.case_id, night.now, night.date, 'CLOSED', 'REPLAYED' from done cross join night
            """;

    private final Night night;

    RejectCases(Night night) {
        this.night = night;
    }

    void open() {
        night.execute(OPEN);
        night.execute(CLOSE_TAKEN_UP);
    }
}
