package dev.comanda.batch.cost;

import dev.comanda.cost.scan.trino.TrinoTables;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;

/**
 * The Trino that reads bills in the place of DuckDB.
 *
 * @param url of JDBC; null for none
 * @param user by whose name it is asked
 * @param catalog of the table of bills
 * @param schema of the table of bills
 * @param table the table of bills
 * @param periodColumn the column that says the billing period
 * @param scratch catalog and schema in which tables may be made; null for those of the table of bills
 */
record TrinoSettings(
        @Nullable String url,
        @DefaultValue("comanda") String user,
        @DefaultValue("hive") String catalog,
        @DefaultValue("billing") String schema,
        @DefaultValue("cur2") String table,
        @DefaultValue("billing_period") String periodColumn,
        @Nullable String scratch) {

    private static final String NAME = "comanda.cost.trino";

    static TrinoSettings of(Environment environment) {
        return Binder.get(environment).bindOrCreate(NAME, TrinoSettings.class);
    }

    TrinoTables tables() {
        return new TrinoTables(
                catalog, schema, table, periodColumn, scratch == null ? catalog + "." + schema : scratch);
    }
}
