package dev.comanda.batch.cost;

import java.util.List;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** The tables of cloud cost in a test's database. */
final class CostTables {

    private static final List<String> KEPT =
            List.of("delivery", "restatement", "rules", "allocation", "proof", "refusal");

    private CostTables() {}

    /** Empties them, also those that refuse it in the product. */
    static void empty(DSLContext database) {
        database.execute(triggers("disable")
                + "truncate cost.delivery, cost.rules, cost.fact, cost.refusal, cost.import_request cascade;"
                + triggers("enable"));
    }

    private static String triggers(String act) {
        return KEPT.stream()
                .map(table -> "alter table cost.%s %s trigger user;".formatted(table, act))
                .collect(Collectors.joining());
    }
}
