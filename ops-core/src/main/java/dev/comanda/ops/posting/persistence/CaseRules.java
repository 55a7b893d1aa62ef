package dev.comanda.ops.posting.persistence;

import static org.jooq.impl.DSL.inline;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * What cases closed by an action move. Each item of a case's break leaves its clearing account, and what the two sides differ by
 * goes to the account of the action; {@code exceptions} stands between them and ends at nothing. A claimed fee has no item: it
 * leaves the expense that it was posted as. A case is planned whole, so that one whose break ends by a match is taken back whole.
 */
final class CaseRules {

    /** The cases to which something happened in the window; takes the date ({0}) and the one posted before it ({1}). */
    private static final String AFFECTED =
            """
            select case_id from ledger.resolved_break
            where (from_date > {1} or to_date > {1}) and from_date <= {0}
            union
            select case_id from ledger.claimed_fee
            where (from_date > {1} or to_date > {1}) and from_date <= {0}
            union
            select case_id from ledger.journal
            where case_id is not null and business_date > {1} and business_date <= {0}
            """;

    /** What stands resolved on the date ({0}) by the cases ({1}). */
    private static final String RESOLVED =
            """
            insert into pg_temp.resolved_case (legal_entity_id, action, case_id, break_id)
            select legal_entity_id, action, case_id, break_id
            from ledger.resolved_break
            where case_id = any({1}) and from_date <= {0} and (to_date is null or to_date > {0})
            """;

    /** Apart from what asks for it: the server knows then how much is resolved, and reads the positions once. */
    private static final String POSITIONS =
            """
            insert into pg_temp.resolved_position (legal_entity_id, action, case_id, break_id, role_id, item_id, account, party, currency,
                                                   balance)
            select p.legal_entity_id, b.action, b.case_id, b.break_id, p.role_id, p.item_id, p.account, p.party, p.currency, p.balance
            from pg_temp.resolved_case b
            join ledger.open_position p on p.break_id = b.break_id
                and p.from_date <= {0} and (p.to_date is null or p.to_date > {0})
            """;

    /** Each takes the date and the cases. */
    private static final List<String> RULES = List.of(
            """
            select legal_entity_id, action, case_id, 'exceptions', '', account, party, currency, sum(balance), count(*)
            from pg_temp.resolved_position
            group by legal_entity_id, action, case_id, account, party, currency
            """,
            """
            select legal_entity_id, action, case_id,
                   case action when 'WRITE_OFF' then 'write-offs'
                               when 'CLAIM' then 'psp-claims'
                               when 'REFUND' then 'customer-refunds'
                               when 'RECOVER' then 'recoveries'
                               when 'ACCEPT_LOSS' then 'chargeback-losses'
                               when 'HOLD' then 'suspense'
                               when 'REINSTATE' then coalesce(payable, 'restaurant-payable') end,
                   case when action in ('CLAIM', 'RECOVER', 'REINSTATE') then coalesce(owed_by, paid_to, '') else '' end,
                   'exceptions', '', currency, balance, items
            from (select p.legal_entity_id, p.action, p.case_id, p.break_id, p.currency,
                         max(p.party) filter (where p.account not in ('bank-clearing', 'order-clearing')) as owed_by,
                         max(e.party_id) as paid_to,
                         max(case p.account when 'restaurant-payout-clearing' then 'restaurant-payable'
                                            when 'courier-payout-clearing' then 'courier-payable' end) as payable,
                         sum(p.balance) as balance, count(*) as items
                  from pg_temp.resolved_position p
                  -- A debit names the payout that it repeats, and so whom it went to.
                  left join lateral (
                      select min(y.party_id) as party_id
                      from bank.entry e
                      cross join lateral regexp_split_to_table(
                          concat_ws(' ', e.end_to_end_id, e.servicer_reference, e.remittance_text), '[^A-Za-z0-9]+') as word
                      join marketplace.payout y on y.bank_reference = word
                      where p.role_id = 12 and e.item_id = p.item_id) as e on true
                  group by p.legal_entity_id, p.action, p.case_id, p.break_id, p.currency) as net
            """,
            // What was accrued and is not owed lies on no clearing account: recovering it takes the accrual back.
            """
            select b.legal_entity_id, b.action, b.case_id, leg.debit, leg.debit_party, leg.credit, leg.credit_party, a.currency,
                   sum(leg.amount), count(*)
            from pg_temp.resolved_case b
            join reconciliation.open_item o on o.break_id = b.break_id and o.role_id = 8
                and o.from_date <= {0} and (o.to_date is null or o.to_date > {0})
            join marketplace.restaurant_accrual a on a.item_id = o.item_id
            cross join lateral (
                values ('restaurant-payable', a.restaurant_id, 'order-proceeds', '', a.net),
                       ('commission-revenue', '', 'order-proceeds', '', a.commission),
                       ('payment-fee-revenue', '', 'order-proceeds', '', a.payment_fee),
                       ('order-proceeds', '', 'restaurant-adjustments', '', a.adjustments))
                as leg (debit, debit_party, credit, credit_party, amount)
            where b.action = 'RECOVER' and leg.amount <> 0
            group by b.legal_entity_id, b.action, b.case_id, leg.debit, leg.debit_party, leg.credit, leg.credit_party, a.currency
            """,
            """
            select b.legal_entity_id, b.action, b.case_id, 'courier-payable', a.courier_id, 'courier-cost', '', a.currency,
                   sum(a.total), count(*)
            from pg_temp.resolved_case b
            join reconciliation.open_item o on o.break_id = b.break_id and o.role_id = 10
                and o.from_date <= {0} and (o.to_date is null or o.to_date > {0})
            join marketplace.courier_earning a on a.item_id = o.item_id
            where b.action = 'RECOVER'
            group by b.legal_entity_id, b.action, b.case_id, a.courier_id, a.currency
            """,
            // A fee is an expense in full when its line is posted; what of it was not agreed is the provider's to give
            // back.
            """
            select legal_entity_id, 'CLAIM', case_id, 'psp-claims', psp, 'psp-fees', '', currency, sum(amount), count(*)
            from ledger.claimed_fee
            where case_id = any({1}) and from_date <= {0} and (to_date is null or to_date > {0})
            group by legal_entity_id, case_id, psp, currency
            """);

    private CaseRules() {}

    /** The tables of {@code work} that the rules need. */
    static List<String> workTables() {
        return List.of("resolved_case", "resolved_position");
    }

    /** The cases that were planned, each with all that may be posted for it up to the date. */
    static List<UUID> plan(DSLContext sql, PostingWindow window) {
        List<UUID> cases = sql.fetch(AFFECTED, window.date(), window.after()).getValues("case_id", UUID.class);
        UUID[] ids = cases.toArray(UUID[]::new);
        sql.execute("truncate pg_temp.resolved_case, pg_temp.resolved_position");
        sql.execute(RESOLVED, window.date(), inline(ids));
        sql.execute("analyze pg_temp.resolved_case");
        sql.execute(POSITIONS, window.date());
        sql.execute("analyze pg_temp.resolved_position");
        for (String rule : RULES) {
            sql.execute("insert into pg_temp.planned_transfer\n" + rule, window.date(), inline(ids));
        }
        return cases;
    }
}
