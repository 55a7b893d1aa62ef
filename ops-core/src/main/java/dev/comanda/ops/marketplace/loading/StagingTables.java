package dev.comanda.ops.marketplace.loading;

import java.util.List;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.conf.MappedSchema;
import org.jooq.conf.RenderMapping;
import org.jooq.conf.Settings;
import org.jooq.conf.SettingsTools;
import org.jooq.impl.DSL;

/** The temporary tables of one load, gone with its transaction. */
final class StagingTables {

    private static final List<String> NAMES = List.of("staged_event", "verdict", "staged_placement", "staged_outcome");

    private StagingTables() {}

    /** Makes the load's tables and answers a context in which the schema {@code work} means them. */
    static DSLContext create(Configuration transaction) {
        DSLContext plain = DSL.using(transaction);
        for (String name : NAMES) {
            plain.execute("create temporary table " + name + " (like work." + name + ") on commit drop");
        }
        Settings settings = SettingsTools.clone(transaction.settings())
                .withRenderMapping(new RenderMapping()
                        .withSchemata(new MappedSchema().withInput("work").withOutput("pg_temp")));
        return DSL.using(transaction.derive(settings));
    }
}
