package dev.comanda.ops.decision.persistence;

import static dev.comanda.sql.policy.Tables.DECISION;
import static dev.comanda.sql.policy.Tables.VERSION;

import dev.comanda.ops.decision.PastDecisions;
import dev.comanda.ops.policy.Action;
import dev.comanda.ops.policy.Circumstances;
import dev.comanda.ops.policy.KeptExplanations;
import dev.comanda.ops.policy.PolicyTable;
import dev.comanda.ops.policy.PolicyTable.Reading.Usable;
import dev.comanda.ops.policy.Team;
import dev.comanda.ops.policy.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Past decisions in PostgreSQL, explained from the version of the policy that was kept with them. */
public final class JooqPastDecisions implements PastDecisions {

    private static final int MOST_SHOWN = 20;

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
                        verdict(row),
                        Circumstances.fromJson(row.get(DECISION.CIRCUMSTANCES).data()),
                        KeptExplanations.fromJson(row.get(VERSION.EXPLANATIONS).data())))
                .toList();
    }

    private static Verdict verdict(Record row) {
        return new Verdict(
                row.get(VERSION.POLICY),
                row.get(VERSION.LABEL),
                row.get(DECISION.ROW_ID),
                Action.valueOf(row.get(DECISION.ACTION)),
                Team.valueOf(row.get(DECISION.TEAM)),
                waitUntilAge(row));
    }

    /** Only the table says it; one that this release cannot read any more decided without. */
    private static @Nullable Integer waitUntilAge(Record row) {
        byte[] dmn = row.get(VERSION.DMN).getBytes(StandardCharsets.UTF_8);
        return PolicyTable.read(dmn) instanceof Usable usable
                ? usable.table().verdict(row.get(DECISION.ROW_ID)).waitUntilAge()
                : null;
    }
}
