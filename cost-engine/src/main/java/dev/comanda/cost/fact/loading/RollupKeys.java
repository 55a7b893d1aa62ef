package dev.comanda.cost.fact.loading;

import dev.comanda.cost.fact.FactKey;
import dev.comanda.ops.copy.Copies;
import dev.comanda.ops.copy.CopyTarget;
import java.util.HashMap;
import java.util.Map;
import org.jooq.Configuration;
import org.jspecify.annotations.Nullable;

/** Keys of facts without account and region: each has a number, in the order in which the keys come. */
final class RollupKeys {

    private final long allocation;
    private final CopyTarget rows;
    private final Map<RollupKey, Integer> numbers = new HashMap<>();

    RollupKeys(Configuration transaction, long allocation) {
        this.allocation = allocation;
        this.rows = new CopyTarget(
                Copies.of(transaction),
                "cost.rollup_key (allocation_id, rollup_number, service, charge_type, cluster, namespace, team, domain, environment,"
                        + " rule_number)");
    }

    private record RollupKey(
            String service,
            String chargeType,
            String cluster,
            String namespace,
            @Nullable String team,
            @Nullable String domain,
            String environment,
            int rule) {

        static RollupKey of(FactKey key) {
            return new RollupKey(
                    key.service(),
                    key.chargeType(),
                    key.cluster(),
                    key.namespace(),
                    key.team(),
                    key.domain(),
                    key.environment(),
                    key.rule());
        }
    }

    int numberOf(FactKey key) {
        return numbers.computeIfAbsent(RollupKey.of(key), this::write);
    }

    private int write(RollupKey key) {
        int number = numbers.size() + 1;
        rows.add(allocation)
                .add(number)
                .add(key.service())
                .add(key.chargeType())
                .add(key.cluster())
                .add(key.namespace())
                .add(key.team())
                .add(key.domain())
                .add(key.environment())
                .add(key.rule());
        rows.end();
        return number;
    }

    void flush() {
        rows.flush();
    }
}
