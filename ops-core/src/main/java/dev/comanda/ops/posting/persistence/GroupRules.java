package dev.comanda.ops.posting.persistence;

import java.util.List;
import org.jooq.DSLContext;

/** What the match groups of the date clear: money that came, payouts that went, and cents that a rule forgave. */
final class GroupRules {

    /** Each takes the date ({0}) and the one posted before it ({1}). */
    private static final List<String> RULES = List.of(
            """
            select g.legal_entity_id, 'psp-payout-received', null::uuid, 'bank-clearing', e.account_id,
                   'psp-payout-clearing', p.psp, g.currency, sum(p.amount), count(*)
            from reconciliation.match_group g
            join reconciliation.group_member l on l.group_id = g.group_id and l.role_id = 5
            join psp.payout p on p.item_id = l.item_id
            join reconciliation.group_member r on r.group_id = g.group_id and r.role_id = 6
            join bank.entry e on e.item_id = r.item_id
            where g.definition_id = 3 and g.business_date > {1} and g.business_date <= {0}
            group by g.legal_entity_id, e.account_id, p.psp, g.currency
            """,
            // The bank's debit proves a payout; where there is only its answer, the debit is still to come.
            """
            select g.legal_entity_id, case when e.item_id is null then 'payout-confirmed' else 'payout-debited' end, null::uuid,
                   case p.party_kind when 'COURIER' then 'courier-payout-clearing' else 'restaurant-payout-clearing' end,
                   p.party_id, case when e.item_id is null then 'payouts-confirmed' else 'bank-clearing' end,
                   coalesce(e.account_id, ''), g.currency, sum(p.amount), count(*)
            from reconciliation.match_group g
            join reconciliation.group_member l on l.group_id = g.group_id and l.role_id = 11
            join marketplace.payout p on p.item_id = l.item_id
            left join reconciliation.group_member r
                on r.group_id = g.group_id and r.role_id = 12 and r.joined_on <= {0}
            left join bank.entry e on e.item_id = r.item_id
            where g.definition_id in (5, 7) and g.business_date > {1} and g.business_date <= {0}
            group by g.legal_entity_id, p.party_kind, p.party_id, e.item_id is null, e.account_id, g.currency
            """,
            """
            select g.legal_entity_id, 'payout-debited', null::uuid, 'payouts-confirmed', '', 'bank-clearing', e.account_id,
                   g.currency, sum(- e.amount), count(*)
            from reconciliation.group_member r
            join reconciliation.match_group g on g.group_id = r.group_id
            join bank.entry e on e.item_id = r.item_id
            where r.role_id = 12 and r.joined_on > {1} and r.joined_on <= {0}
              and g.definition_id in (5, 7) and g.business_date <= {1}
            group by g.legal_entity_id, e.account_id, g.currency
            """,
            """
            select legal_entity_id, 'rounding', null::uuid, 'rounding-differences', '', 'psp-clearing', psp, currency,
                   sum(forgiven), count(*)
            from (select g.legal_entity_id, g.group_id, g.currency, max(coalesce(p.psp, l.psp)) as psp,
                         sum(coalesce(p.amount, 0) - coalesce(l.amount, 0)) as forgiven
                  from reconciliation.match_group g
                  join reconciliation.group_member m on m.group_id = g.group_id
                  left join marketplace.payment p on m.role_id = 3 and p.item_id = m.item_id
                  left join psp.line l on m.role_id = 4 and l.item_id = m.item_id
                  where g.definition_id = 2 and g.rule in ('split', 'grouped', 'tolerance')
                    and g.business_date > {1} and g.business_date <= {0}
                  group by g.legal_entity_id, g.group_id, g.currency) as sides
            where forgiven <> 0
            group by legal_entity_id, psp, currency
            """);

    private GroupRules() {}

    static void plan(DSLContext sql, PostingWindow window) {
        for (String rule : RULES) {
            sql.execute("insert into pg_temp.planned_transfer\n" + rule, window.date(), window.after());
        }
    }
}
