package dev.comanda.ops.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.ops.policy.evaluation.DmnPolicyEngine;
import dev.comanda.ops.testing.fuzz.Fuzzing;
import dev.comanda.ops.testing.fuzz.Reading;
import dev.comanda.ops.testing.fuzz.Torture;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A damaged table that somebody tries out decides every case, or is refused in a sentence. */
@Tag("torture")
class PolicyFuzzTest {

    /** The engine prepares each table anew. */
    private static final int SLOWER_THAN_READERS = 5;

    private static final Policies POLICIES = Policies.shipped(new DmnPolicyEngine());
    private static final PolicyTrial TRIAL = new PolicyTrial(new DmnPolicyEngine());

    private static final List<PastDecision> PAST = Stream.of(
                    Given.cause("CHARGEBACK").in("payment-settlement").brl("12.00"),
                    Given.cause("CHARGEBACK")
                            .in("payment-settlement")
                            .brl("950.00")
                            .inCurrency("USD"),
                    Given.cause("UNPAID_ORDER").in("order-payment").brl("10.00").aged(2),
                    Given.cause("UNPAID_ORDER").in("order-payment").brl("0.00").cancelled("CUSTOMER", "PLACED"),
                    Given.cause("MISSING_SETTLEMENT")
                            .in("payment-settlement")
                            .brl("3.50")
                            .withoutItsFile())
            .map(Given::now)
            .map(given -> new PastDecision("case", LocalDate.of(2026, 10, 14), given, POLICIES.decide(given)))
            .toList();

    @Test
    void aDamagedTableDecidesEveryCaseOrIsRefused() {
        List<byte[]> samples = POLICIES.tables().stream()
                .map(table -> table.dmn().getBytes(StandardCharsets.UTF_8))
                .toList();

        Fuzzing.Outcomes outcomes =
                Fuzzing.run("policy", samples, Torture.inputs() / SLOWER_THAN_READERS, PolicyFuzzTest::read);

        assertThat(outcomes.refused()).isPositive();
    }

    private static Reading read(InputStream in) throws IOException {
        PolicyTrial.Outcome outcome = TRIAL.run(in.readAllBytes(), PAST);
        return outcome instanceof PolicyTrial.Unusable unusable
                ? Reading.refused(Explanations.of(unusable.problem(), Locale.ENGLISH))
                : Reading.whole(outcome.toString());
    }
}
