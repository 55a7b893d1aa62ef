package dev.comanda.ops.chargeback.persistence;

import dev.comanda.ops.chargeback.Deadlines;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jooq.DSLContext;

/** What a night says of disputes, as sets. Each statement begins with the night's date and moment. */
final class DisputesOfANight {

    private static final String TAKE_BACK =
            """
            with night as (select ?::date as date, ?::timestamptz as now)
            update chargeback.dispute d
            set state = d.state_before, state_on = null, reversal_item = null
            from night
            where d.state_on = night.date
            """;

    private static final String OPEN =
            """
            with night as (select ?::date as date, ?::timestamptz as now),
            taken as (
                select c.case_id, l.psp, min(l.psp_reference) as psp_reference,
                       coalesce(min(lower(l.scheme)), case l.psp when 'pix' then 'pix' else 'unknown' end) as scheme,
                       - sum(l.amount) as amount, l.currency, min(l.business_date) as charged_back_on
                from casework.work_case c
                join reconciliation.break b on b.case_id = c.case_id and b.ended_on is null
                join reconciliation.open_item o on o.break_id = b.break_id and o.role_id = 4 and o.to_date is null
                join psp.line l on l.item_id = o.item_id and l.kind = 'CHARGEBACK'
                where c.cause = 'CHARGEBACK'
                group by c.case_id, l.psp, l.currency
                having sum(l.amount) < 0
            )
            insert into chargeback.dispute (case_id, psp, psp_reference, scheme, amount, currency, charged_back_on, respond_by,
                                            state, state_before)
            select t.case_id, t.psp, t.psp_reference, t.scheme, t.amount, t.currency, t.charged_back_on,
                   t.charged_back_on + coalesce(own.days, others.days), 'OPEN', 'OPEN'
            from taken t
            left join chargeback.deadline own on own.scheme = t.scheme
            cross join (select days from chargeback.deadline where scheme = 'unknown') as others
            on conflict (case_id) do nothing
            """;

    /** A case that is open again is no outcome any more; where its last day is over, the night says so anew. */
    private static final String GO_ON =
            """
            with night as (select ?::date as date, ?::timestamptz as now)
            update chargeback.dispute d
            set state = case d.state_before when 'EXPIRED' then 'OPEN' else d.state_before end, state_on = null
            from casework.work_case c cross join night
            where c.case_id = d.case_id and c.status <> 'CLOSED' and d.state in ('LOST', 'ACCEPTED') and d.state_on < night.date
            """;

    /** The n-th chargeback of a payment is given back by the n-th reversal of the same amount. */
    private static final String WIN =
            """
            with night as (select ?::date as date, ?::timestamptz as now),
            disputed as (
                select d.case_id, d.psp, d.psp_reference, d.currency, d.amount, d.charged_back_on,
                       row_number() over (partition by d.psp, d.psp_reference, d.currency, d.amount
                                          order by d.charged_back_on, d.case_id) as nth
                from chargeback.dispute d
                join casework.work_case c on c.case_id = d.case_id and c.status <> 'CLOSED'
                where d.state in ('OPEN', 'CONTESTED', 'EXPIRED')
            ), reversed as (
                select l.item_id, l.psp, l.psp_reference, l.currency, l.amount, l.business_date, b.case_id,
                       row_number() over (partition by l.psp, l.psp_reference, l.currency, l.amount
                                          order by l.business_date, l.item_id) as nth
                from casework.work_case c
                join reconciliation.break b on b.case_id = c.case_id and b.ended_on is null
                join reconciliation.open_item o on o.break_id = b.break_id and o.role_id = 4 and o.to_date is null
                join psp.line l on l.item_id = o.item_id and l.kind = 'CHARGEBACK' and l.amount > 0
                where c.cause = 'CHARGEBACK' and c.status <> 'CLOSED'
                  and not exists (select from chargeback.dispute d where d.reversal_item = l.item_id)
            ), won as (
                update chargeback.dispute d
                set state = 'WON', state_before = d.state, state_on = night.date, reversal_item = reversed.item_id
                from disputed
                join reversed using (psp, psp_reference, currency, amount, nth)
                cross join night
                where d.case_id = disputed.case_id and reversed.business_date >= disputed.charged_back_on
                returning d.case_id, reversed.case_id as reversal_case
            ), ended as (
                select case_id from won union select reversal_case from won
            ), closed as (
                update casework.work_case c
                set status = 'CLOSED', resolution = 'WON', closed_at = night.now, closed_on = night.date
                from ended cross join night
                where c.case_id = ended.case_id
                returning c.case_id
            ), told as (
                insert into casework.entry (case_id, happened_at, business_date, kind, detail)
                select closed.case_id, night.now, night.date, entry.kind, entry.detail
                from closed cross join night cross join (values ('WON', ''), ('CLOSED', 'WON')) as entry (kind, detail)
            )
            insert into reconciliation.resolution (break_id, resolved_on, action)
            select b.break_id, night.date, 'WON'
            from closed join reconciliation.break b on b.case_id = closed.case_id and b.ended_on is null
            cross join night
            """;

    /** Whatever else closes the case of a chargeback says that it stays taken. */
    private static final String LOSE =
            """
            with night as (select ?::date as date, ?::timestamptz as now)
            update chargeback.dispute d
            set state = case d.state when 'CONTESTED' then 'LOST' else 'ACCEPTED' end, state_before = d.state, state_on = night.date
            from casework.work_case c cross join night
            where c.case_id = d.case_id and c.status = 'CLOSED' and c.resolution <> 'MATCHED'
              and d.state in ('OPEN', 'CONTESTED', 'EXPIRED')
            """;

    private static final String EXPIRE =
            """
            with night as (select ?::date as date, ?::timestamptz as now),
            expired as (
                update chargeback.dispute d
                set state = 'EXPIRED', state_before = 'OPEN', state_on = night.date
                from night
                where d.state = 'OPEN' and d.respond_by < night.date
                returning d.case_id, d.respond_by
            )
            insert into casework.entry (case_id, happened_at, business_date, kind, detail)
            select expired.case_id, night.now, night.date, 'EXPIRED', expired.respond_by::text from expired cross join night
            """;

    /** At the end of the last business day before the last day on which it can be contested, if nothing is due before. */
    private static final String HASTEN =
            """
            with night as (select ?::date as date, ?::timestamptz as now),
            due as (
                select d.case_id, (last.day + time '18:00') at time zone 'America/Sao_Paulo' as at
                from chargeback.dispute d
                cross join lateral (select max(b.day) as day from calendar.bank_day b
                                    where b.is_business and b.day < d.respond_by) as last
                where d.state = 'OPEN'
            )
            update casework.work_case c
            set due_at = due.at
            from due
            where c.case_id = due.case_id and c.status = 'OPEN' and due.at < c.due_at
            """;

    private final DSLContext sql;
    private final LocalDate businessDate;
    private final OffsetDateTime now;

    DisputesOfANight(DSLContext sql, LocalDate businessDate, OffsetDateTime now) {
        this.sql = sql;
        this.businessDate = businessDate;
        this.now = now;
    }

    void follow(Deadlines deadlines) {
        sql.execute("delete from chargeback.deadline");
        deadlines
                .days()
                .forEach((scheme, days) ->
                        sql.execute("insert into chargeback.deadline (scheme, days) values (?, ?)", scheme, days));
        for (String statement : new String[] {TAKE_BACK, OPEN, GO_ON, WIN, LOSE, EXPIRE, HASTEN}) {
            sql.execute(statement, businessDate, now);
        }
    }
}
