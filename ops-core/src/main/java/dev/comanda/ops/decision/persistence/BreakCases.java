package dev.comanda.ops.decision.persistence;

/**
 * Cases of breaks. The subject is what the break is about: its left items, else its right ones, else the record of a file; so that
 * a break that changes its amount or gains an item goes on in the same case.
 */
final class BreakCases {

    /** Links breaks that have no case to the open one of their cause and subject, or to one that is opened for them. */
    private static final String OPEN =
            """
            with night as (select ?::date as date, ?::timestamptz as now),
            fact as (
                select b.break_id,
                       string_agg(f.reference, '|' order by f.reference collate "C") filter (where f.is_left) as left_refs,
                       string_agg(f.reference, '|' order by f.reference collate "C") filter (where not f.is_left) as right_refs
                from reconciliation.break b
                join reconciliation.break_fact f on f.break_id = b.break_id
                where b.ended_on is null and b.case_id is null
                group by b.break_id
            ), subject as (
                select b.break_id, b.legal_entity_id, b.type as cause, d.name as reconciliation,
                       d.name || ':' || coalesce(fact.left_refs, fact.right_refs, s.path || '#' || b.about_record) as subject
                from reconciliation.break b
                join reconciliation.definition d on d.definition_id = b.definition_id
                left join fact on fact.break_id = b.break_id
                left join ingest.source s on s.source_id = b.about_source
                where b.ended_on is null and b.case_id is null
            ), keyed as (
                select *, md5(legal_entity_id || '|' || cause || '|' || subject)::uuid as subject_key from subject
            ), opened as (
                insert into casework.work_case (case_id, legal_entity_id, kind, cause, subject, subject_key, reconciliation,
                                                opened_on, opened_at, amount, status, owner, priority)
                select distinct md5(k.subject_key || '|' || night.date)::uuid, k.legal_entity_id, 'BREAK', k.cause, k.subject,
                       k.subject_key, k.reconciliation, night.date, night.now, 0, 'WAITING', 'FINANCE', 4
                from keyed k cross join night
                where not exists (select from casework.work_case c
                                  where c.subject_key = k.subject_key and c.status <> 'CLOSED')
                returning case_id, subject_key
            ), found as (
                select case_id, subject_key from opened
                union all
                select c.case_id, c.subject_key from casework.work_case c
                where c.status <> 'CLOSED' and c.subject_key in (select subject_key from keyed)
            )
            update reconciliation.break b
            set case_id = found.case_id
            from keyed k join found on found.subject_key = k.subject_key
            where k.break_id = b.break_id
            """;

    /** The money at stake is what the sides differ by; where they do not, or are not compared, what the items are worth. */
    private static final String WEIGH =
            """
            with night as (select ?::date as date, ?::timestamptz as now),
            waiting as (
                select case_id from casework.work_case where kind = 'BREAK' and status <> 'CLOSED'
            ), stake as (
                select b.break_id, sum(f.stake) as amount, max(f.stake_currency) as currency
                from waiting w
                join reconciliation.break b on b.case_id = w.case_id and b.ended_on is null
                    and b.left_amount is null and b.right_amount is null
                join reconciliation.break_fact f on f.break_id = b.break_id
                group by b.break_id
            ), weighed as (
                select b.case_id,
                       coalesce(max(b.currency), max(stake.currency)) as currency,
                       coalesce(sum(coalesce(
                           nullif(abs(coalesce(b.left_amount, 0) - coalesce(b.right_amount, 0)), 0),
                           abs(b.left_amount), abs(stake.amount))), 0) as amount
                from waiting w
                join reconciliation.break b on b.case_id = w.case_id and b.ended_on is null
                left join stake on stake.break_id = b.break_id
                group by b.case_id
            ), changed as (
                select c.case_id, weighed.currency, money.rounded(weighed.amount, coalesce(weighed.currency, 'BRL')) as amount,
                       c.opened_on < night.date as is_told
                from casework.work_case c join weighed on weighed.case_id = c.case_id cross join night
                where (c.currency, c.amount) is distinct from
                    (weighed.currency, money.rounded(weighed.amount, coalesce(weighed.currency, 'BRL')))
            ), told as (
                insert into casework.entry (case_id, happened_at, business_date, kind, detail)
                select changed.case_id, night.now, night.date, 'AMOUNT_CHANGED', changed.amount || ' ' || coalesce(changed.currency, '')
                from changed cross join night
                where changed.is_told
            )
            update casework.work_case c
            set currency = changed.currency, amount = changed.amount
            from changed
            where changed.case_id = c.case_id
            """;

    /** A break that ends closes its case. */
    private static final String CLOSE_ENDED =
            """
            with night as (select ?::date as date, ?::timestamptz as now),
            ended as (
                update casework.work_case c
                set status = 'CLOSED', resolution = 'MATCHED', closed_at = night.now, closed_on = night.date
                from night
                where c.kind = 'BREAK' and c.status <> 'CLOSED'
                  and not exists (select from reconciliation.break b where b.case_id = c.case_id and b.ended_on is null)
                returning c.case_id
            )
            insert into casework.entry (case_id, happened_at, business_date, kind, detail)
            select ended.case_id, night.now, night.date, 'CLOSED', 'MATCHED' from ended cross join night
            """;

    /** What was decided is undone by a match that comes later all the same; the case stays closed and says so. */
    private static final String TELL_OF_LATE_MATCHES =
            """
            with night as (select ?::date as date, ?::timestamptz as now)
            insert into casework.entry (case_id, happened_at, business_date, kind, detail)
            select distinct c.case_id, night.now, night.date, 'MATCHED_LATER', c.resolution
            from night
            join reconciliation.break b on b.ended_on = night.date
            join reconciliation.resolution r on r.break_id = b.break_id and r.resolved_on < night.date and r.reopened_on is null
            join casework.work_case c on c.case_id = b.case_id
            """;

    private final Night night;

    BreakCases(Night night) {
        this.night = night;
    }

    void open() {
        night.execute(OPEN);
        // Thousands of cases may be new, and the breaks' links to them are.
        night.sql().execute("analyze casework.work_case, reconciliation.break");
        night.execute(CLOSE_ENDED);
        night.execute(TELL_OF_LATE_MATCHES);
        night.execute(WEIGH);
    }
}
