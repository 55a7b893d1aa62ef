package dev.comanda.ops.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.ops.policy.PolicyTrial.Answer;
import dev.comanda.ops.policy.PolicyTrial.Flip;
import dev.comanda.ops.policy.PolicyTrial.Tried;
import dev.comanda.ops.policy.evaluation.DmnPolicyEngine;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a changed table would have decided otherwise. */
class PolicyTrialTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final DmnPolicyEngine ENGINE = new DmnPolicyEngine();
    private static final Policies POLICIES = Policies.shipped(ENGINE);
    private static final PolicyTrial TRIAL = new PolicyTrial(ENGINE);
    private static final byte[] CHEAPER = ChangedTable.with("]0.00..40.00]", "]0.00..10.00]");

    @Test
    void anUnchangedTableFlipsNothing() {
        Tried tried = tried(
                ChangedTable.original().getBytes(StandardCharsets.UTF_8),
                List.of(chargeback(1, "40.00"), chargeback(2, "41")));
        assertThat(tried.decisions()).isEqualTo(2);
        assertThat(tried.flipped()).isZero();
        assertThat(tried.flips()).isEmpty();
    }

    @Test
    void aLowerLimitFlipsWhatLiesAboveIt() {
        Tried tried = tried(
                CHEAPER,
                List.of(chargeback(1, "10.00"), chargeback(2, "10.01"), chargeback(3, "40.00"), chargeback(4, "99")));
        assertThat(tried.decisions()).isEqualTo(4);
        assertThat(tried.flips()).hasSize(1);
        Flip flip = tried.flips().get(0);
        assertThat(flip.from()).isEqualTo(new Answer(Action.ACCEPT_LOSS, Team.DISPUTES));
        assertThat(flip.to()).isEqualTo(new Answer(Action.ESCALATE, Team.DISPUTES));
        assertThat(flip.decisions()).isEqualTo(2);
        assertThat(flip.amounts()).containsOnly(Map.entry("BRL", new BigDecimal("50.01")));
        assertThat(flip.samples()).extracting(sample -> sample.past().caseId()).containsExactly("case-2", "case-3");
        assertThat(flip.samples()).extracting(sample -> sample.now().row()).containsOnly("worth-contesting");
    }

    @Test
    void anotherTeamIsAFlipAndAnotherRowIsNone() {
        byte[] renamed = ChangedTable.with("<rule id=\"cheaper-to-accept\">", "<rule id=\"not-worth-it\">");
        assertThat(tried(renamed, List.of(chargeback(1, "5"))).flips()).isEmpty();

        byte[] handedOver = ChangedTable.with("\"DISPUTES\"", "\"FINANCE\"");
        assertThat(tried(handedOver, List.of(chargeback(1, "5"), chargeback(2, "50")))
                        .flips())
                .extracting(flip -> flip.to().team())
                .containsExactly(Team.FINANCE, Team.FINANCE);
    }

    @Test
    void whatOtherPoliciesDecideIsLeftAlone() {
        Circumstances unpaid = Given.cause("UNPAID_ORDER").in("order-payment").now();
        assertThat(tried(CHEAPER, List.of(decision(1, unpaid))).decisions()).isZero();
    }

    @Test
    void samplesAreFewHoweverManyFlip() {
        List<PastDecision> many =
                IntStream.range(0, 500).mapToObj(i -> chargeback(i, "20.00")).toList();
        Flip flip = tried(CHEAPER, many).flips().get(0);
        assertThat(flip.decisions()).isEqualTo(500);
        assertThat(flip.amounts().get("BRL")).isEqualByComparingTo("10000");
        assertThat(flip.samples()).hasSize(Flip.MAX_SAMPLES);
    }

    private static Tried tried(byte[] dmn, List<PastDecision> past) {
        PolicyTrial.Outcome outcome = TRIAL.run(dmn, past);
        assertThat(outcome).isInstanceOf(Tried.class);
        return (Tried) outcome;
    }

    private static PastDecision chargeback(int number, String amount) {
        return decision(
                number,
                Given.cause("CHARGEBACK")
                        .in("payment-settlement")
                        .side(Side.LACKING)
                        .brl(amount)
                        .now());
    }

    private static PastDecision decision(int number, Circumstances circumstances) {
        return new PastDecision("case-" + number, FRIDAY, circumstances, POLICIES.decide(circumstances));
    }
}
