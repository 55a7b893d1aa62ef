package dev.comanda.cost.scan.trino;

import java.util.List;
import java.util.Locale;
import org.jooq.Name;
import org.jooq.impl.DSL;

/**
 * Where bills are in a Trino.
 *
 * @param catalog of the table of bills
 * @param schema of the table of bills
 * @param table one row for each charge line, with the columns that AWS gives an export
 * @param periodColumn the column of the table that says the billing period, as {@code 2026-08}; its partition, so that no other is read
 * @param scratch catalog and schema, with a dot between them, for tables that live as long as a question
 */
public record TrinoTables(String catalog, String schema, String table, String periodColumn, String scratch) {

    public TrinoTables {
        periodColumn = periodColumn.toLowerCase(Locale.ROOT);
        if (List.of(scratch.split("\\.", -1)).size() != 2) {
            throw new IllegalArgumentException("the scratch schema of Trino is \"" + scratch
                    + "\"; give catalog and schema with a dot between them, e.g. hive.comanda");
        }
    }

    Name bill() {
        return DSL.name(catalog, schema, table);
    }

    Name scratch(String name) {
        String[] parts = scratch.split("\\.", -1);
        return DSL.name(parts[0], parts[1], name);
    }
}
