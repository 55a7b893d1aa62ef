package dev.comanda.ops.ledger.loading;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;

/**
 * Posts what was planned for a date less what is posted for it. What was planned lies in {@code work.planned_transfer}; what it
 * lacks becomes journals, what is too much becomes journals that name the one they correct. So the same plan twice posts once.
 */
public final class JournalLoad {

    /** Takes the date, and the cases whose whole posting up to the date is planned again. */
    private static final String REST =
            """
            insert into pg_temp.rest_transfer (legal_entity_id, rule, case_id, corrects, debit_account, debit_party, credit_account,
                                               credit_party, currency, amount, items)
            with moved as (
                select legal_entity_id, rule, case_id, debit_account, debit_party, credit_account, credit_party, currency,
                       amount as planned, 0 as posted, items, null::uuid as journal_id
                from pg_temp.planned_transfer
                union all
                select j.legal_entity_id, j.rule, j.case_id, t.debit_account, t.debit_party, t.credit_account, t.credit_party,
                       t.currency, 0, t.amount, case when j.corrects is null then - t.items else t.items end,
                       case when j.corrects is null then j.journal_id end
                from ledger.journal j
                join ledger.transfer t on t.journal_id = j.journal_id
                where (j.case_id is null and j.business_date = {0})
                   or (j.case_id = any({1}) and j.business_date <= {0})
            ), oriented as (
                select legal_entity_id, rule, case_id, currency, items, journal_id,
                       case when straight then debit_account else credit_account end as account,
                       case when straight then debit_party else credit_party end as party,
                       case when straight then credit_account else debit_account end as counter_account,
                       case when straight then credit_party else debit_party end as counter_party,
                       case when straight then planned else - planned end as planned,
                       case when straight then posted else - posted end as posted
                from moved
                cross join lateral (
                    values ((debit_account, debit_party) <= (credit_account, credit_party))) as direction (straight)
            ), rest as (
                select legal_entity_id, rule, case_id, account, party, counter_account, counter_party, currency,
                       sum(planned) - sum(posted) as amount, sum(posted) as posted, sum(items) as items,
                       min(journal_id::text) filter (where posted > 0)::uuid as posted_straight,
                       min(journal_id::text) filter (where posted < 0)::uuid as posted_swapped
                from oriented
                group by legal_entity_id, rule, case_id, account, party, counter_account, counter_party, currency
                having sum(planned) <> sum(posted)
            )
            select legal_entity_id, rule, case_id,
                   case when posted > 0 and amount < 0 then posted_straight
                        when posted < 0 and amount > 0 then posted_swapped end,
                   case when amount > 0 then account else counter_account end,
                   case when amount > 0 then party else counter_party end,
                   case when amount > 0 then counter_account else account end,
                   case when amount > 0 then counter_party else party end,
                   currency, abs(amount), abs(items)
            from rest
            """;

    /** Takes the date. A journal's id comes from what it is about; the number tells it from earlier ones of its date and rule. */
    private static final String NAME =
            """
            update pg_temp.rest_transfer r
            set journal_id = md5(concat_ws('|', e.name, {0}::text, r.rule, coalesce(r.case_id::text, ''),
                                           coalesce(r.corrects::text, ''), (
                select count(*) from ledger.journal j
                where j.legal_entity_id = r.legal_entity_id and j.business_date = {0} and j.rule = r.rule
                  and j.case_id is not distinct from r.case_id
                  and j.corrects is not distinct from r.corrects)))::uuid
            from ingest.legal_entity e
            where e.legal_entity_id = r.legal_entity_id
            """;

    /** Takes the date and the moment. */
    private static final String JOURNALS =
            """
            insert into ledger.journal (journal_id, legal_entity_id, business_date, rule, case_id, corrects, posted_at)
            select distinct journal_id, legal_entity_id, {0}, rule, case_id, corrects, {1}::timestamptz
            from pg_temp.rest_transfer
            """;

    private static final String TRANSFERS =
            """
            insert into ledger.transfer (journal_id, line, debit_account, debit_party, credit_account, credit_party, currency,
                                         amount, items)
            select journal_id,
                   row_number() over (partition by journal_id order by debit_account, debit_party, credit_account, credit_party,
                                                                       currency),
                   debit_account, debit_party, credit_account, credit_party, currency, amount, items
            from pg_temp.rest_transfer
            """;

    private final DSLContext sql;
    private final LocalDate businessDate;
    private final OffsetDateTime now;

    public JournalLoad(DSLContext sql, LocalDate businessDate, OffsetDateTime now) {
        this.sql = sql;
        this.businessDate = businessDate;
        this.now = now;
    }

    /** The tables of {@code work} that a load needs. */
    public static List<String> workTables() {
        return List.of("planned_transfer", "rest_transfer");
    }

    /** What a load wrote. */
    public record Outcome(int journals, int transfers) {

        /** Where all was posted before. */
        public static final Outcome NOTHING = new Outcome(0, 0);
    }

    /**
     * Posts the rest and empties the plan.
     *
     * @param cases those whose plan is all that may be posted for them up to the date; of everything else it is the date's part
     */
    public Outcome post(Collection<UUID> cases) {
        Field<LocalDate> date = inline(businessDate);
        sql.execute("truncate pg_temp.rest_transfer");
        sql.execute(REST, date, inline(cases.toArray(UUID[]::new)));
        sql.execute(NAME, date);
        int journals = sql.execute(JOURNALS, date, val(now));
        int transfers = sql.execute(TRANSFERS);
        sql.execute("truncate pg_temp.planned_transfer");
        return new Outcome(journals, transfers);
    }
}
