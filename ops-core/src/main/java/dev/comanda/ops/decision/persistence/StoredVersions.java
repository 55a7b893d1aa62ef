package dev.comanda.ops.decision.persistence;

import static dev.comanda.sql.policy.Tables.DECISION;
import static dev.comanda.sql.policy.Tables.VERSION;

import dev.comanda.ops.policy.Action;
import dev.comanda.ops.policy.KeptExplanations;
import dev.comanda.ops.policy.PolicyTable;
import dev.comanda.ops.policy.PolicyTable.Reading.Usable;
import dev.comanda.ops.policy.Team;
import dev.comanda.ops.policy.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Reads stored verdicts beside their versions, each version once. */
final class StoredVersions {

    private final Map<UUID, Optional<PolicyTable>> tables = new HashMap<>();
    private final Map<UUID, KeptExplanations> explanations = new HashMap<>();

    Verdict verdict(Record row) {
        return verdict(row, waitUntilAge(row));
    }

    static Verdict verdict(Record row, @Nullable Integer waitUntilAge) {
        return new Verdict(
                row.get(VERSION.POLICY),
                row.get(VERSION.LABEL),
                row.get(DECISION.ROW_ID),
                Action.valueOf(row.get(DECISION.ACTION)),
                Team.valueOf(row.get(DECISION.TEAM)),
                waitUntilAge);
    }

    KeptExplanations kept(Record row) {
        return explanations.computeIfAbsent(
                row.get(VERSION.VERSION_ID),
                version ->
                        KeptExplanations.fromJson(row.get(VERSION.EXPLANATIONS).data()));
    }

    /** Only the table says it; one that this release cannot read any more decided without. */
    private @Nullable Integer waitUntilAge(Record row) {
        return tables.computeIfAbsent(row.get(VERSION.VERSION_ID), version -> table(row.get(VERSION.DMN)))
                .map(table -> table.verdict(row.get(DECISION.ROW_ID)).waitUntilAge())
                .orElse(null);
    }

    private static Optional<PolicyTable> table(String dmn) {
        return PolicyTable.read(dmn.getBytes(StandardCharsets.UTF_8)) instanceof Usable usable
                ? Optional.of(usable.table())
                : Optional.empty();
    }
}
