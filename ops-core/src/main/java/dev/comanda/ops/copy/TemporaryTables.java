package dev.comanda.ops.copy;

import java.util.List;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.conf.MappedSchema;
import org.jooq.conf.RenderMapping;
import org.jooq.conf.Settings;
import org.jooq.conf.SettingsTools;
import org.jooq.impl.DSL;

/** The temporary tables of one transaction: shaped like those of the schema {@code work}, gone when it ends. */
public final class TemporaryTables {

    private TemporaryTables() {}

    /**
     * Makes a transaction's tables.
     *
     * @param names tables of the schema {@code work}; constants of the program, never input
     * @return a context of that transaction in which the schema {@code work} means the temporary tables
     */
    public static DSLContext create(Configuration transaction, List<String> names) {
        DSLContext plain = DSL.using(transaction);
        for (String name : names) {
            plain.execute(
                    "create temporary table " + name + " (like work." + name + " including identity) on commit drop");
        }
        Settings settings = SettingsTools.clone(transaction.settings())
                .withRenderMapping(new RenderMapping()
                        .withSchemata(new MappedSchema().withInput("work").withOutput("pg_temp")));
        return DSL.using(transaction.derive(settings));
    }
}
