package dev.comanda.ops.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.ops.policy.evaluation.DmnPolicyEngine;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A table or one of its sentences does not change under the label it had. */
class PolicyVersionsTest {

    private static final Policies POLICIES = Policies.shipped(new DmnPolicyEngine());

    @Test
    void aChangedPolicyHasANewLabel() throws IOException {
        Properties known = new Properties();
        try (InputStream file = getClass().getResourceAsStream("versions.properties")) {
            known.load(Objects.requireNonNull(file));
        }
        for (PolicyVersion version : POLICIES.versions()) {
            String name = version.key() + "." + version.label();
            assertThat(known.getProperty(name))
                    .as(
                            "%s changed: give its DMN the next versionTag, and versions.properties the line that names it"
                                    + " and %s; lines of labels that were in force stay",
                            name, version.contentId())
                    .isEqualTo(version.contentId().toString());
        }
        assertThat(known.values()).doesNotHaveDuplicates();
    }

    @Test
    void anotherSentenceIsAnotherContent() {
        PolicyTable table = POLICIES.tables().get(0);
        PolicyVersion one = PolicyVersion.of(table, Collections.emptySortedMap());
        PolicyVersion other = PolicyVersion.of(table, new TreeMap<>(Map.of("en order-payment.unpaid", "Pay!")));
        assertThat(one.contentId()).isNotEqualTo(other.contentId());
        assertThat(one.contentId())
                .isEqualTo(PolicyVersion.of(table, Collections.emptySortedMap()).contentId());
    }
}
