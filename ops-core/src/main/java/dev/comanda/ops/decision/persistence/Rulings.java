package dev.comanda.ops.decision.persistence;

import dev.comanda.ops.casework.Priority;
import dev.comanda.ops.casework.ServiceLevel;
import dev.comanda.ops.copy.Copies;
import dev.comanda.ops.copy.CopyTarget;
import dev.comanda.ops.policy.Verdict;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Writes what the policies said to the cases, as sets. */
final class Rulings {

    private static final String DECISIONS =
            """
            with night as (select ?::date as date, ?::timestamptz as now),
            changed as (
                insert into policy.decision (case_id, business_date, version_id, row_id, action, team, circumstances)
                select v.case_id, night.date, v.version_id, v.row_id, v.action, v.team, v.circumstances::jsonb
                from night cross join pg_temp.verdict_on_case v
                left join lateral (
                    select d.action, d.row_id, d.version_id from policy.decision d
                    where d.case_id = v.case_id order by d.business_date desc limit 1
                ) as last on true
                where (last.action, last.row_id, last.version_id) is distinct from (v.action, v.row_id, v.version_id)
                returning case_id, action
            )
            insert into casework.entry (case_id, happened_at, business_date, kind, detail)
            select changed.case_id, night.now, night.date, 'DECIDED', changed.action from changed cross join night
            """;

    private static final String OWNERS =
            """
            update casework.work_case c
            set owner = v.team
            from pg_temp.verdict_on_case v
            where v.case_id = c.case_id and c.owner <> v.team
            """;

    private static final String DAY_OF_WRITE_OFFS =
            """
            insert into policy.write_off_day (business_date, legal_entity_id, authority, currency, per_day)
            select distinct ?::date, c.legal_entity_id, l.authority, l.currency, l.per_day
            from pg_temp.verdict_on_case v
            join casework.work_case c on c.case_id = v.case_id
            join policy.write_off_limit l on l.authority = 'POLICY' and l.currency = c.currency
            where v.action = 'WRITE_OFF'
            on conflict (business_date, legal_entity_id, authority, currency) do nothing
            """;

    private static final String WRITE_OFFS =
            """
            insert into policy.write_off (case_id, business_date, legal_entity_id, authority, currency, open_amount, per_case)
            select v.case_id, ?::date, c.legal_entity_id, l.authority, c.currency, c.amount, l.per_case
            from pg_temp.verdict_on_case v
            join casework.work_case c on c.case_id = v.case_id
            join policy.write_off_limit l on l.authority = 'POLICY' and l.currency = c.currency
            where v.action = 'WRITE_OFF'
            """;

    private static final String RESOLVED =
            """
            with night as (select ?::date as date, ?::timestamptz as now),
            closed as (
                update casework.work_case c
                set status = 'CLOSED', resolution = v.action, closed_at = night.now, closed_on = night.date
                from pg_temp.verdict_on_case v cross join night
                where v.case_id = c.case_id and v.action not in ('WAIT', 'ESCALATE')
                returning c.case_id, c.kind, c.cause, c.subject, c.resolution
            ), told as (
                insert into casework.entry (case_id, happened_at, business_date, kind, detail)
                select closed.case_id, night.now, night.date, 'CLOSED', closed.resolution from closed cross join night
            ), finding as (
                insert into reconciliation.finding_resolution (law, ref, case_id, resolved_on, action)
                select f.law, f.ref, closed.case_id, night.date, closed.resolution
                from closed join reconciliation.finding f on f.law = closed.cause and f.ref = substr(closed.subject, length('laws:') + 1)
                cross join night
                where closed.kind = 'FINDING'
            )
            insert into reconciliation.resolution (break_id, resolved_on, action)
            select b.break_id, night.date, closed.resolution
            from closed join reconciliation.break b on b.case_id = closed.case_id and b.ended_on is null
            cross join night
            """;

    private static final String ESCALATED =
            """
            with night as (select ?::date as date, ?::timestamptz as now),
            escalated as (
                update casework.work_case c
                set status = 'OPEN', escalated_on = night.date, due_at = night.now
                from pg_temp.verdict_on_case v cross join night
                where v.case_id = c.case_id and v.action = 'ESCALATE'
                returning c.case_id, c.owner
            )
            insert into casework.entry (case_id, happened_at, business_date, kind, detail)
            select escalated.case_id, night.now, night.date, 'ESCALATED', escalated.owner from escalated cross join night
            """;

    /** The level by the amount, less one for every so many business days of age. */
    private static final String PRIORITIES =
            """
            with today as (select ordinal from calendar.bank_day where day = ?::date)
            update casework.work_case c
            set priority = greatest(1, case when c.amount >= ? then 1 when c.amount >= ? then 2 when c.amount >= ? then 3 else 4 end
                                       - (today.ordinal - raised.ordinal) / ?)
            from calendar.bank_day raised cross join today
            where raised.day = c.opened_on and c.status <> 'CLOSED'
            """;

    private static final String DUE =
            "update casework.work_case set due_at = ?::timestamptz where escalated_on = ? and status = 'OPEN' and priority = ?";

    private final Night night;

    Rulings(Night night) {
        this.night = night;
    }

    void copy(List<Answer> answers, Function<Verdict, UUID> versions) {
        CopyTarget rows = new CopyTarget(
                Copies.of(night.sql().configuration()),
                "pg_temp.verdict_on_case (case_id, version_id, row_id, action, team, circumstances)");
        for (Answer answer : answers) {
            Verdict verdict = answer.verdict();
            rows.add(answer.question().caseId())
                    .add(versions.apply(verdict))
                    .add(verdict.row())
                    .add(verdict.action())
                    .add(verdict.team())
                    .add(answer.question().circumstances().toJson())
                    .end();
        }
        rows.flush();
        night.sql().execute("analyze pg_temp.verdict_on_case");
    }

    void apply() {
        night.execute(DECISIONS);
        night.sql().execute(OWNERS);
        night.sql().execute(DAY_OF_WRITE_OFFS, night.businessDate());
        night.sql().execute(WRITE_OFFS, night.businessDate());
        night.execute(RESOLVED);
        night.execute(ESCALATED);
    }

    /** Priorities grow with age; what was handed to people tonight is due so much working time after they begin. */
    void prioritise() {
        night.sql()
                .execute(
                        PRIORITIES,
                        night.businessDate(),
                        Priority.URGENT.from(),
                        Priority.HIGH.from(),
                        Priority.NORMAL.from(),
                        Priority.BUSINESS_DAYS_PER_LEVEL);
        for (Priority priority : Priority.values()) {
            night.sql()
                    .execute(
                            DUE,
                            ServiceLevel.dueAfter(night.businessDate(), priority)
                                    .atOffset(ZoneOffset.UTC),
                            night.businessDate(),
                            priority.level());
        }
    }
}
