package dev.comanda.ops.policy;

import dev.comanda.ops.policy.PolicyEngine.RowChoice;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The policies that are in force: those that come along. Safe for many threads. */
public final class Policies {

    private final Map<String, Policy> policies = new LinkedHashMap<>();

    private record Policy(PolicyTable table, PolicyVersion version, RowChoice rows) {}

    private Policies() {}

    /** Reads and prepares all tables; one that cannot be used stops the start. */
    public static Policies shipped(PolicyEngine engine) {
        Policies shipped = new Policies();
        for (String key : Routing.POLICIES) {
            PolicyTable table = shippedTable(key);
            PolicyVersion version = PolicyVersion.of(table, PolicyTexts.EXPLANATIONS.below(key + "."));
            shipped.policies.put(key, new Policy(table, version, engine.prepare(table)));
        }
        return shipped;
    }

    /** In the order in which pages show them. */
    public List<PolicyTable> tables() {
        return policies.values().stream().map(Policy::table).toList();
    }

    /** The version of a policy that is in force. */
    public PolicyVersion version(String key) {
        return versions().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no policy " + key));
    }

    /** The sentences of a policy, to be kept with its version. */
    public KeptExplanations explanations(String key) {
        return new KeptExplanations(PolicyTexts.EXPLANATIONS.below(key + "."));
    }

    /** The version of each table, in the same order. */
    public List<PolicyVersion> versions() {
        return policies.values().stream().map(Policy::version).toList();
    }

    /**
     * The table that decides about a cause.
     *
     * @param reconciliation of a break; empty for a law or a reject
     */
    public PolicyTable tableFor(String cause, String reconciliation) {
        return policyFor(cause, reconciliation).table();
    }

    public Verdict decide(Circumstances circumstances) {
        Policy policy = policyFor(circumstances.cause(), circumstances.reconciliation());
        return policy.table().verdict(policy.rows().rowFor(circumstances));
    }

    /** Decides equal circumstances once; in the order in which they first come. */
    public Map<Circumstances, Verdict> decide(Collection<Circumstances> all) {
        Map<Circumstances, Verdict> verdicts = new LinkedHashMap<>();
        for (Circumstances circumstances : all) {
            verdicts.computeIfAbsent(circumstances, this::decide);
        }
        return verdicts;
    }

    private Policy policyFor(String cause, String reconciliation) {
        Policy policy = policies.get(Routing.policyFor(cause, reconciliation));
        if (policy == null) {
            throw new IllegalStateException("the policy of " + cause + " did not come along");
        }
        return policy;
    }

    private static PolicyTable shippedTable(String key) {
        PolicyTable.Reading reading = PolicyTable.read(resource(key + ".dmn"));
        if (reading instanceof PolicyTable.Reading.Usable usable) {
            return usable.table();
        }
        throw new IllegalStateException("policy " + key + " cannot be used: " + reading);
    }

    private static byte[] resource(String name) {
        try (InputStream dmn = Policies.class.getResourceAsStream(name)) {
            if (dmn == null) {
                throw new IllegalStateException("policy " + name + " did not come along");
            }
            return dmn.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("policy " + name + " cannot be read", e);
        }
    }
}
