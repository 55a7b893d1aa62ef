package dev.comanda.web.costs;

import dev.comanda.cost.charge.CostQuestion.Filter;
import dev.comanda.cost.charge.ReportKey;
import dev.comanda.cost.charge.ReportKey.Column;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people look at next, once they have chosen something: from whose it is to what it is, and on to the single thing. */
final class DrillDown {

    private static final Map<Column, List<Column>> NEXT = Map.of(
            Column.CLUSTER, List.of(Column.NAMESPACE, Column.WORKLOAD, Column.RESOURCE),
            Column.NAMESPACE, List.of(Column.WORKLOAD, Column.SERVICE, Column.RESOURCE),
            Column.ACCOUNT, List.of(Column.SERVICE, Column.USAGE_TYPE, Column.RESOURCE),
            Column.DOMAIN, List.of(Column.TEAM, Column.SERVICE, Column.USAGE_TYPE, Column.RESOURCE),
            Column.SERVICE, List.of(Column.USAGE_TYPE, Column.RESOURCE));

    private static final List<Column> ELSE = List.of(Column.SERVICE, Column.USAGE_TYPE, Column.RESOURCE);

    private DrillDown() {}

    /** Where there is nothing finer, there is nothing. */
    static Optional<ExplorerQuery> into(ExplorerQuery query, List<String> row) {
        ExplorerQuery narrowed = query.within(row);
        List<ReportKey> known = narrowed.filters().stream().map(Filter::key).toList();
        return NEXT.getOrDefault(last(query.by()), ELSE).stream()
                .filter(next -> !known.contains(next))
                .findFirst()
                .map(next -> narrowed.by(List.of(next)));
    }

    private static Column last(List<ReportKey> keys) {
        return keys.get(keys.size() - 1) instanceof Column column ? column : Column.TEAM;
    }
}
