package dev.comanda.ops.decision.persistence;

import dev.comanda.ops.policy.Circumstances;
import dev.comanda.ops.policy.Side;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** What the policies are asked: the cases that wait, each with all that a policy may look at. */
final class OpenQuestions {

    private static final String ASKED =
            """
            with night as (select ?::date as date),
            today as (select day.ordinal from night join calendar.bank_day day on day.day = night.date),
            waiting as (
                select c.*, today.ordinal - raised.ordinal as age
                from casework.work_case c
                join calendar.bank_day raised on raised.day = c.opened_on
                cross join today
                where c.status = 'WAITING'
            ), fact as (
                select b.case_id, max(f.psp) as psp, max(f.party_kind) as party_kind, max(f.cancelled_by) as cancelled_by,
                       max(f.cancel_stage) as cancel_stage
                from waiting w
                join reconciliation.break b on b.case_id = w.case_id and b.ended_on is null
                join reconciliation.break_fact f on f.break_id = b.break_id
                group by b.case_id
            ), side as (
                select b.case_id, sign(sum(coalesce(b.left_amount, 0) - coalesce(b.right_amount, 0))) as sign,
                       max(s.kind) filter (where s.kind in ('adyen', 'stripe', 'dlocal', 'pix')) as psp
                from waiting w
                join reconciliation.break b on b.case_id = w.case_id and b.ended_on is null
                left join ingest.source s on s.source_id = b.about_source
                group by b.case_id
            ), asked as (
                select w.case_id, w.legal_entity_id, w.cause, coalesce(w.reconciliation, '') as reconciliation,
                       coalesce(fact.psp, side.psp, '') as psp,
                       coalesce(fact.party_kind, p.party_kind,
                                case w.reconciliation when 'restaurant-payout' then 'RESTAURANT' when 'courier-payout' then 'COURIER' end,
                                '') as party_kind,
                       coalesce(w.currency, '') as currency, w.amount,
                       coalesce(side.sign, sign(fee.actual - fee.expected), 0)::integer as sign, w.age,
                       coalesce(fact.cancelled_by, '') as cancelled_by, coalesce(fact.cancel_stage, '') as cancel_stage
                from waiting w
                left join fact on fact.case_id = w.case_id
                left join side on side.case_id = w.case_id
                -- A provider that keeps more than was agreed leaves us less.
                left join reconciliation.finding fee
                    on w.cause = 'FEE_CONTRACT' and fee.law = w.cause and fee.ref = substr(w.subject, length('laws:') + 1)
                left join marketplace.payout p on w.cause = 'PAYOUT_SUM' and p.payout_id = substr(w.subject, 6)
            )
            select asked.*, exists (
                       select from jobcontrol.missing m cross join night
                       where m.business_date <= night.date
                         and (m.kind = 'PSP_FILE' and m.subject = asked.psp
                              or m.kind = 'STATEMENT' and asked.reconciliation in ('psp-payout', 'restaurant-payout', 'courier-payout'))
                   ) as file_missing
            from asked
            order by case_id
            """;

    private final Night night;

    OpenQuestions(Night night) {
        this.night = night;
    }

    List<OpenQuestion> all() {
        return night.sql().resultQuery(ASKED, night.businessDate()).fetch(OpenQuestions::question);
    }

    private static OpenQuestion question(Record row) {
        return new OpenQuestion(
                row.get("case_id", java.util.UUID.class),
                row.get("legal_entity_id", Short.class),
                new Circumstances(
                        text(row, "cause"),
                        text(row, "reconciliation"),
                        text(row, "psp"),
                        text(row, "party_kind"),
                        text(row, "currency"),
                        row.get("amount", BigDecimal.class),
                        side(row.get("sign", Integer.class)),
                        Math.max(0, row.get("age", Integer.class)),
                        row.get("file_missing", Boolean.class),
                        true,
                        text(row, "cancelled_by"),
                        text(row, "cancel_stage")));
    }

    private static String text(Record row, String column) {
        @Nullable String value = row.get(column, String.class);
        return value == null ? "" : value;
    }

    private static Side side(int sign) {
        return sign > 0 ? Side.LACKING : sign < 0 ? Side.EXCESS : Side.NONE;
    }
}
