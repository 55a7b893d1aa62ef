package dev.comanda.ops.reconciliation.persistence;

import java.util.List;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.conf.MappedSchema;
import org.jooq.conf.RenderMapping;
import org.jooq.conf.Settings;
import org.jooq.conf.SettingsTools;
import org.jooq.impl.DSL;

/** The temporary tables of one run: shaped like those of the schema {@code work}, gone with the transaction. */
final class WorkTables {

    private static final List<String> NAMES =
            List.of("left_item", "right_item", "pair", "bundle", "found_break", "standing");

    private WorkTables() {}

    /** Makes the run's tables and answers a context in which the schema {@code work} means them. */
    static DSLContext create(Configuration transaction) {
        DSLContext plain = DSL.using(transaction);
        for (String name : NAMES) {
            plain.execute(
                    "create temporary table " + name + " (like work." + name + " including identity) on commit drop");
        }
        Settings settings = SettingsTools.clone(transaction.settings())
                .withRenderMapping(new RenderMapping()
                        .withSchemata(new MappedSchema().withInput("work").withOutput("pg_temp")));
        return DSL.using(transaction.derive(settings));
    }
}
