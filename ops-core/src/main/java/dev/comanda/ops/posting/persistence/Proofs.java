package dev.comanda.ops.posting.persistence;

import java.time.LocalDate;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * Compares what clearing accounts hold with what the reconciliations left open. The two are summed of different rows: the one of
 * what was posted ever, the other of the items that are open now.
 */
final class Proofs {

    /** Takes the date. Restaurants and couriers are many: one row sums them, and one more stands for each that differs. */
    private static final String PROVE =
            """
            insert into ledger.proof (business_date, legal_entity_id, account, party, currency, balance, open_items)
            with compared as (
                select legal_entity_id, account, party, currency, sum(balance) as balance, sum(open_items) as open_items
                from (select j.legal_entity_id, side.account, side.party, t.currency, side.amount as balance, 0 as open_items
                      from ledger.transfer t
                      join ledger.journal j on j.journal_id = t.journal_id and j.business_date <= {0}
                      cross join lateral (values (t.debit_account, t.debit_party, t.amount),
                                                 (t.credit_account, t.credit_party, - t.amount))
                          as side (account, party, amount)
                      join ledger.account a on a.code = side.account and a.is_clearing
                      union all
                      select p.legal_entity_id, p.account, p.party, p.currency, 0, p.balance
                      from ledger.open_position p
                      where p.to_date is null and p.status <> 'FUTURE'
                        and not exists (select from ledger.resolved_break b
                                        where b.break_id = p.break_id and b.from_date <= {0}
                                          and (b.to_date is null or b.to_date > {0}))
                      union all
                      select g.legal_entity_id, 'payouts-confirmed', '', g.currency, 0, g.left_amount
                      from reconciliation.group_member answer
                      join reconciliation.match_group g on g.group_id = answer.group_id
                      where answer.role_id = 13
                        and not exists (select from reconciliation.group_member debit
                                        where debit.group_id = answer.group_id and debit.role_id = 12)) as sides
                group by legal_entity_id, account, party, currency
            )
            select {0}, legal_entity_id, account, party, currency, balance, open_items
            from compared
            where account not in ('restaurant-payout-clearing', 'courier-payout-clearing') or balance <> open_items
            union all
            select {0}, legal_entity_id, account, '', currency, sum(balance), sum(open_items)
            from compared
            where account in ('restaurant-payout-clearing', 'courier-payout-clearing')
            group by legal_entity_id, account, currency
            """;

    private Proofs() {}

    static void prove(DSLContext sql, LocalDate businessDate) {
        sql.execute("delete from ledger.proof where business_date = ?", businessDate);
        sql.execute(PROVE, DSL.inline(businessDate));
    }
}
