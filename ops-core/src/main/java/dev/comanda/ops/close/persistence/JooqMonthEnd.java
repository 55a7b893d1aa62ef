package dev.comanda.ops.close.persistence;

import static dev.comanda.sql.ledger.Tables.POSTED_DATE;
import static dev.comanda.sql.ledger.Tables.SIGNED_OFF;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.val;

import dev.comanda.ops.close.MonthEnd;
import dev.comanda.ops.close.MonthEndPack;
import dev.comanda.ops.close.MonthEndPack.Age;
import dev.comanda.ops.close.MonthEndPack.OpenItems;
import dev.comanda.ops.close.MonthEndPack.WriteOff;
import dev.comanda.ops.ledger.Ledger;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;

/** A month's pack, from the ledger's and the reconciliations' tables. */
public final class JooqMonthEnd implements MonthEnd {

    /** Takes the date. An item's age counts from the first date on which it was open, however it stood since. */
    private static final String OPEN_ITEMS =
            """
            select e.name, p.account, a.party_kind, p.currency, aged.age, count(*) as items, sum(p.balance) as balance
            from ledger.open_position p
            join (select role_id, item_id, min(from_date) as opened_on from reconciliation.open_item
                  where status <> 'FUTURE' group by role_id, item_id) as item
                on item.role_id = p.role_id and item.item_id = p.item_id
            join calendar.bank_day opened on opened.day = item.opened_on
            join calendar.bank_day today on today.day = {0}
            cross join lateral (
                select case when today.ordinal - opened.ordinal <= 1 then 'DAYS_0_1'
                            when today.ordinal - opened.ordinal <= 5 then 'DAYS_2_5'
                            when today.ordinal - opened.ordinal <= 10 then 'DAYS_6_10'
                            when today.ordinal - opened.ordinal <= 30 then 'DAYS_11_30'
                            else 'DAYS_31_AND_MORE' end as age,
                       today.ordinal - opened.ordinal as days) as aged
            join ledger.account a on a.code = p.account
            join ingest.legal_entity e on e.legal_entity_id = p.legal_entity_id
            where p.status <> 'FUTURE' and p.from_date <= {0} and (p.to_date is null or p.to_date > {0})
              and not exists (select from ledger.resolved_break b
                              where b.break_id = p.break_id and b.from_date <= {0} and (b.to_date is null or b.to_date > {0}))
            group by e.name, p.account, a.party_kind, p.currency, aged.age
            order by e.name collate "C", p.account, p.currency, min(aged.days)
            """;

    /** Takes the first and the last date. */
    private static final String WRITE_OFFS =
            """
            select j.business_date, e.name, c.case_id, c.cause, c.subject, t.currency,
                   sum(case t.debit_account when 'write-offs' then t.amount else - t.amount end) as amount,
                   case when w.actor is null then d.label || ', ' || d.row_id end as policy_row,
                   w.words, coalesce(r.requested_by, w.actor) as person, r.decided_by
            from ledger.journal j
            join ingest.legal_entity e on e.legal_entity_id = j.legal_entity_id
            join ledger.transfer t on t.journal_id = j.journal_id and 'write-offs' in (t.debit_account, t.credit_account)
            left join casework.work_case c on c.case_id = j.case_id
            left join lateral (
                select v.label, o.row_id
                from policy.decision o join policy.version v on v.version_id = o.version_id
                where o.case_id = j.case_id and o.action = 'WRITE_OFF' and o.business_date <= j.business_date
                order by o.business_date desc limit 1) as d on true
            left join lateral (
                select n.actor, substr(n.detail, strpos(n.detail, chr(10)) + 1) as words
                from casework.entry n
                where n.case_id = j.case_id and n.kind = 'CLOSED' and n.actor is not null and n.detail like 'WRITE_OFF%'
                order by n.entry_id desc limit 1) as w on true
            left join lateral (
                select q.requested_by, q.decided_by from approval.request q
                where w.actor is not null and q.kind = 'CASE_RESOLUTION' and q.subject = j.case_id::text and q.outcome = 'APPROVED'
                order by q.request_id desc limit 1) as r on true
            where j.business_date between {0} and {1}
            group by j.business_date, e.name, c.case_id, c.cause, c.subject, t.currency, w.actor, d.label, d.row_id, w.words,
                     r.requested_by, r.decided_by
            having sum(case t.debit_account when 'write-offs' then t.amount else - t.amount end) <> 0
            order by j.business_date, e.name collate "C", c.subject collate "C", c.case_id, t.currency
            """;

    private final DSLContext database;
    private final Ledger ledger;

    public JooqMonthEnd(DSLContext database, Ledger ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    @Override
    public boolean hasPack(YearMonth month) {
        return lastPosted(month).isPresent();
    }

    @Override
    public Optional<MonthEndPack> pack(YearMonth month) {
        return lastPosted(month)
                .map(date -> new MonthEndPack(
                        month,
                        date,
                        database.fetchExists(SIGNED_OFF, SIGNED_OFF.BUSINESS_DATE.ge(date)),
                        ledger.trialBalance(date),
                        database.fetch(OPEN_ITEMS, val(date)).map(JooqMonthEnd::openItems),
                        database.fetch(WRITE_OFFS, val(month.atDay(1)), val(date))
                                .map(JooqMonthEnd::writeOff)));
    }

    private Optional<LocalDate> lastPosted(YearMonth month) {
        return Optional.ofNullable(database.select(max(POSTED_DATE.BUSINESS_DATE))
                .from(POSTED_DATE)
                .where(POSTED_DATE.BUSINESS_DATE.between(month.atDay(1), month.atEndOfMonth()))
                .fetchOne(0, LocalDate.class));
    }

    private static OpenItems openItems(Record row) {
        return new OpenItems(
                row.get("name", String.class),
                row.get("account", String.class),
                row.get("party_kind", String.class),
                row.get("currency", String.class),
                Age.valueOf(row.get("age", String.class)),
                row.get("items", Long.class),
                row.get("balance", BigDecimal.class));
    }

    private static WriteOff writeOff(Record row) {
        return new WriteOff(
                row.get("business_date", LocalDate.class),
                row.get("name", String.class),
                row.get("case_id", UUID.class),
                row.get("cause", String.class),
                row.get("subject", String.class),
                row.get("currency", String.class),
                row.get("amount", BigDecimal.class),
                row.get("policy_row", String.class),
                row.get("words", String.class),
                row.get("person", String.class),
                row.get("decided_by", String.class));
    }
}
