package dev.comanda.ops.decision.persistence;

import static dev.comanda.sql.policy.Tables.DECISION;
import static dev.comanda.sql.policy.Tables.VERSION;

import dev.comanda.ops.decision.PastDecisions;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;

/** Past decisions in PostgreSQL. */
public final class JooqPastDecisions implements PastDecisions {

    private static final int MOST_SHOWN = 100;

    private static final String CIRCUMSTANCES =
            "select key, value from jsonb_each_text(?::jsonb) where coalesce(value, '') <> ''";

    private final DSLContext database;

    public JooqPastDecisions(DSLContext database) {
        this.database = database;
    }

    @Override
    public List<PastDecision> of(UUID id) {
        return database
                .select()
                .from(DECISION)
                .join(VERSION)
                .on(VERSION.VERSION_ID.eq(DECISION.VERSION_ID))
                .where(DECISION.CASE_ID.eq(id))
                .orderBy(DECISION.BUSINESS_DATE.desc())
                .limit(MOST_SHOWN)
                .fetch()
                .stream()
                .map(row -> new PastDecision(
                        row.get(DECISION.BUSINESS_DATE),
                        row.get(VERSION.POLICY),
                        row.get(VERSION.LABEL),
                        row.get(DECISION.ROW_ID),
                        row.get(DECISION.ACTION),
                        row.get(DECISION.TEAM),
                        circumstances(row.get(DECISION.CIRCUMSTANCES))))
                .toList();
    }

    private SortedMap<String, String> circumstances(JSONB stored) {
        SortedMap<String, String> circumstances = new TreeMap<>();
        database.resultQuery(CIRCUMSTANCES, stored.data())
                .forEach(row -> circumstances.put(row.get("key", String.class), row.get("value", String.class)));
        return circumstances;
    }
}
