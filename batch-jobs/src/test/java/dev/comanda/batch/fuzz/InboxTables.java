package dev.comanda.batch.fuzz;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.JSONB;

/** All that the reading of an inbox writes, without the numbers that the database gives. */
final class InboxTables {

    private static final String OF_SOURCES =
            """
            select columns.table_schema || '.' || columns.table_name
            from information_schema.columns
            join information_schema.tables using (table_schema, table_name)
            where column_name = 'source_id' and table_type = 'BASE TABLE'
              and columns.table_schema in ('ingest', 'marketplace', 'psp', 'bank')
              and columns.table_name not in ('source', 'inbox_file', 'replay')
            order by 1
            """;

    private static final String NUMBERS = "- 'source_id' - 'item_id' - 'reject_id' - 'statement_id'";

    private final DSLContext database;
    private final List<String> ofSources;

    InboxTables(DSLContext database) {
        this.database = database;
        this.ofSources = database.fetch(OF_SOURCES).getValues(0, String.class);
    }

    void empty() {
        database.execute("truncate ingest.source, ingest.event_identity, marketplace.order_version, "
                + String.join(", ", ofSources) + " cascade");
    }

    /** The rows that each source gave, by the source's path. */
    Map<String, List<String>> byPath() {
        String rows = ofSources.stream()
                .map(table -> "select source_id, '%1$s ' || (to_jsonb(it) %2$s)::text as fact from %1$s as it"
                        .formatted(table, NUMBERS))
                .collect(Collectors.joining(" union all "));
        Map<String, List<String>> byPath = new TreeMap<>();
        database.fetch("select coalesce(path, 'no source'), fact from (" + rows
                        + ") as facts left join ingest.source using (source_id) order by 1, 2")
                .forEach(row -> byPath.computeIfAbsent(row.get(0, String.class), path -> new ArrayList<>())
                        .add(row.get(1, String.class)));
        return byPath;
    }

    /** Every row, as text that is the same where the tables say the same. */
    List<String> everything() {
        List<String> rows = new ArrayList<>();
        byPath().forEach((path, facts) -> facts.forEach(fact -> rows.add(path + " " + fact)));
        for (String table :
                List.of("ingest.source", "ingest.event_identity", "marketplace.order_version", "bank.account")) {
            database.fetch("select to_jsonb(it) %s from %s as it order by 1".formatted(NUMBERS, table))
                    .forEach(row -> rows.add(table + " " + row.get(0, JSONB.class)));
        }
        return rows;
    }

    /** The contents that are a source, each as often as it is one. */
    List<String> contents() {
        return database.fetch("select sha256 from ingest.source").getValues(0, byte[].class).stream()
                .map(HexFormat.of()::formatHex)
                .sorted()
                .toList();
    }

    /** Events that were accepted, beside the rows that they are: what is identified, and what each came to. */
    Events events() {
        return database.fetchSingle(
                        """
                        select (select coalesce(sum(accepted), 0) from ingest.source where kind = 'events'),
                               (select count(*) from ingest.event_identity),
                               (select count(*) from marketplace.order_version)
                                   + (select count(*) from marketplace.payment)
                                   + (select count(*) from marketplace.restaurant_accrual)
                                   + (select count(*) from marketplace.delivery)
                                   + (select count(*) from marketplace.courier_earning)
                                   + (select count(*) from marketplace.payout)
                                   + (select count(*) from marketplace.pending_event)
                        """)
                .map(row -> new Events(row.get(0, Long.class), row.get(1, Long.class), row.get(2, Long.class)));
    }

    record Events(long accepted, long identities, long facts) {}

    /** What a provider's or a bank's file says of itself, beside the rows that it gave. */
    List<String> miscounted() {
        return database.fetch(
                        """
                        select path || ' has accepted ' || accepted || ' and gave ' || given || ', has rejected ' || rejected
                               || ' and keeps ' || kept
                        from (select path, kind, error, accepted, rejected,
                                     (select count(*) from psp.line as it where it.source_id = source.source_id)
                                         + (select count(*) from bank.payout_return as it where it.source_id = source.source_id)
                                         + (select count(distinct position) from bank.entry as it
                                            where it.source_id = source.source_id)
                                         + case kind when 'dlocal'
                                               then (select count(*) from psp.payout as it where it.source_id = source.source_id)
                                               else 0 end as given,
                                     (select count(*) from ingest.reject as it where it.source_id = source.source_id) as kept
                              from ingest.source) as counted
                        where kind <> 'events' and accepted <> given or rejected <> kept
                        """)
                .getValues(0, String.class);
    }
}
