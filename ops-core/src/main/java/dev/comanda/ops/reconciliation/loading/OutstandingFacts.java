package dev.comanda.ops.reconciliation.loading;

import java.util.List;

/** Outstanding items as facts of the tables in which their events and files would have put them. */
final class OutstandingFacts {

    /**
     * A row whose fact is there already is a duplicate where it says the same, else a conflict; so is one that repeats an id of its
     * own file. The definitions are those of {@code reconciliation.definition}.
     */
    static final String DECIDE =
            """
            with known as (
                select s.line, p.content = s.content as same
                from pg_temp.staged_outstanding s join marketplace.payment p on p.payment_id = s.id
                where s.definition_id = 2
                union all
                select s.line, bool_or((p.amount, p.currency, p.business_date) = (s.amount, s.currency, s.business_date))
                from pg_temp.staged_outstanding s join psp.payout p on p.psp = s.psp and p.reference = s.id
                where s.definition_id = 3
                group by s.line
                union all
                select s.line, o.placed_version = 0 and (o.business_date, o.restaurant_id) = (s.business_date, s.party_id)
                from pg_temp.staged_outstanding s join marketplace.food_order o on o.order_id = s.id
                where s.definition_id = 4
                union all
                select s.line, p.content = s.content
                from pg_temp.staged_outstanding s join marketplace.payout p on p.payout_id = s.id
                where s.definition_id in (5, 7)
                union all
                select s.line, d.content = s.content
                from pg_temp.staged_outstanding s join marketplace.delivery d on d.delivery_id = s.id
                where s.definition_id = 6
            ), ranked as (
                select line, content, first_value(line) over same_id as first_line,
                       first_value(content) over same_id as first_content
                from pg_temp.staged_outstanding
                window same_id as (
                    partition by case definition_id when 7 then 5 else definition_id end, id,
                                 case definition_id when 3 then psp end
                    order by line)
            )
            insert into pg_temp.verdict (line, representative, verdict)
            select r.line, r.first_line, case
                when k.same then 'DUPLICATE'
                when k.line is not null then 'CONFLICT'
                when r.line = r.first_line then 'ACCEPTED'
                when r.content = r.first_content then 'DUPLICATE'
                else 'CONFLICT' end
            from ranked r left join known k on k.line = r.line
            """;

    /** Each takes one parameter: the source. */
    static final List<String> TAKE_OVER = List.of(
            accepted(
                    "marketplace.payment (source_id, line, payment_id, content, order_id, psp, psp_reference,"
                            + " merchant_reference, amount, currency, business_date)",
                    "line, id, content, order_id, psp, psp_reference, merchant_reference, amount, currency, business_date",
                    "definition_id = 2"),
            accepted(
                    "psp.payout (source_id, position, psp, reference, amount, currency, business_date)",
                    "line, psp, id, amount, currency, business_date",
                    "definition_id = 3"),
            accepted(
                    "marketplace.food_order (source_id, order_id, placed_version, restaurant_id, outcome_version, outcome,"
                            + " business_date)",
                    "id, 0, party_id, 0, 'COMPLETED', business_date",
                    "definition_id = 4"),
            accepted(
                    "marketplace.payout (source_id, line, payout_id, content, party_kind, party_id, currency, amount,"
                            + " bank_reference, business_date)",
                    "line, id, content, case definition_id when 7 then 'COURIER' else 'RESTAURANT' end, party_id, currency,"
                            + " amount, bank_reference, business_date",
                    "definition_id in (5, 7)"),
            accepted(
                    "marketplace.delivery (source_id, line, delivery_id, content, order_id, courier_id, business_date)",
                    "line, id, content, order_id, party_id, business_date",
                    "definition_id = 6"));

    private OutstandingFacts() {}

    private static String accepted(String into, String columns, String definition) {
        return """
                insert into %s
                select ?, %s
                from pg_temp.staged_outstanding
                where %s and line in (select line from pg_temp.verdict where verdict = 'ACCEPTED')
                order by id
                """
                .formatted(into, columns, definition);
    }
}
