package dev.comanda.ops.marketplace.loading;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Folds accepted placements and outcomes into orders. A higher version wins whatever the order of arrival; what was placed and
 * how it ended are folded each by itself, so that either may come first. What an order owed before is kept where it owed something.
 */
final class FoldOrders {

    private static final List<String> PLACEMENT = List.of(
            "placed_version",
            "market",
            "city",
            "customer_id",
            "restaurant_id",
            "currency",
            "items_total",
            "lines_total",
            "delivery_fee",
            "service_fee",
            "tip",
            "discount",
            "total",
            "placed_at");

    private static final List<String> OUTCOME = List.of(
            "outcome_version",
            "outcome",
            "outcome_at",
            "business_date",
            "cancelled_by",
            "cancel_stage",
            "cancel_reason");

    /** Takes one parameter, twice: the source that the orders were last touched by. */
    static final String STATEMENT =
            """
            with placed as (
                select distinct on (p.order_id) p.*, p.version as placed_version
                from pg_temp.staged_placement p
                join pg_temp.verdict v on v.line = p.line and v.verdict = 'ACCEPTED'
                order by p.order_id, p.version desc
            ), finished as (
                select distinct on (o.order_id) o.*, o.version as outcome_version
                from pg_temp.staged_outcome o
                join pg_temp.verdict v on v.line = o.line and v.verdict = 'ACCEPTED'
                order by o.order_id, o.version desc
            ), folded as (
            insert into marketplace.food_order as known (source_id, order_id, %s, %s)
            select ?, coalesce(p.order_id, f.order_id), %s, %s
            from placed p
            full join finished f on f.order_id = p.order_id
            order by 2
            on conflict (order_id) do update set source_id = excluded.source_id, %s, %s
            where excluded.placed_version > coalesce(known.placed_version, 0)
               or excluded.outcome_version > coalesce(known.outcome_version, 0)
            returning old.*
            )
            insert into marketplace.superseded_order (item_id, source_id, superseded_by, outcome, business_date, currency,
                                                      delivery_fee, service_fee, tip, discount, total)
            select item_id, source_id, ?, outcome, business_date, currency, delivery_fee, service_fee, tip, discount, total
            from folded
            where placed_version > 0 and outcome is not null
            """
                    .formatted(
                            String.join(", ", PLACEMENT),
                            String.join(", ", OUTCOME),
                            of("p", PLACEMENT),
                            of("f", OUTCOME),
                            higher("placed_version", PLACEMENT),
                            higher("outcome_version", OUTCOME));

    private FoldOrders() {}

    private static String of(String alias, List<String> columns) {
        return columns.stream().map(column -> alias + "." + column).collect(Collectors.joining(", "));
    }

    private static String higher(String version, List<String> columns) {
        return columns.stream()
                .map(column ->
                        "%1$s = case when excluded.%2$s > coalesce(known.%2$s, 0) then excluded.%1$s else known.%1$s end"
                                .formatted(column, version))
                .collect(Collectors.joining(", "));
    }
}
