package dev.comanda.ops.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.comanda.ops.policy.evaluation.DmnPolicyEngine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What the tables that come along decide, held against the business intent line by line. */
class ShippedPoliciesTest {

    private static final Policies POLICIES = Policies.shipped(new DmnPolicyEngine());

    @ParameterizedTest
    @CsvFileSource(resources = "intent.csv", numLinesToSkip = 1)
    void decideAsIsMeant(
            String given, String amount, int age, String more, Action action, Team team, @Nullable Integer until) {
        String[] names = given.split("/", -1);
        Given circumstances = Given.cause(names[0]).in(names[1]).brl(amount).aged(age);
        for (String each : more.split(" ")) {
            switch (each) {
                case "lacking" -> circumstances.side(Side.LACKING);
                case "excess" -> circumstances.side(Side.EXCESS);
                case "file-missing" -> circumstances.withoutItsFile();
                case "cap-used" -> circumstances.capUsedUp();
                case "restaurant" -> circumstances.of("RESTAURANT");
                case "courier" -> circumstances.of("COURIER");
                case "by-customer-ready" -> circumstances.cancelled("CUSTOMER", "READY");
                case "by-customer-on-its-way" -> circumstances.cancelled("CUSTOMER", "IN_DELIVERY");
                case "by-restaurant-ready" -> circumstances.cancelled("RESTAURANT", "READY");
                case "by-customer-early" -> circumstances.cancelled("CUSTOMER", "PREPARING");
                case "usd" -> circumstances.inCurrency("USD");
                case "-" -> {}
                default -> throw new IllegalArgumentException(each);
            }
        }
        Verdict verdict = POLICIES.decide(circumstances.now());
        assertThat(verdict.action()).isEqualTo(action);
        assertThat(verdict.team()).isEqualTo(team);
        assertThat(verdict.waitUntilAge()).isEqualTo(until);
    }

    /** A double would hold all three for 1.00. */
    @Test
    void neverMakeABinaryFractionOfMoney() {
        assertThat(undercaptured("1.00").action()).isEqualTo(Action.WRITE_OFF);
        assertThat(undercaptured("1.000000000000000001").action()).isEqualTo(Action.WAIT);
        assertThat(undercaptured("0.999999999999999999").action()).isEqualTo(Action.WRITE_OFF);
        Circumstances tenth = Given.cause("UNDERCAPTURED").brl("0.10").now();
        assertThat(tenth.values().get("amount")).isEqualTo(new BigDecimal("0.10"));
    }

    private static Verdict undercaptured(String amount) {
        return POLICIES.decide(
                Given.cause("UNDERCAPTURED").in("order-payment").brl(amount).now());
    }

    @Test
    void sendABreakThatNobodyThoughtOfToAPerson() {
        Verdict verdict =
                POLICIES.decide(Given.cause("BRAND_NEW").in("psp-payout").now());
        assertThat(verdict.action()).isEqualTo(Action.ESCALATE);
        assertThat(verdict.row()).isEqualTo("anything-else");
    }

    @Test
    void sayWhereACauseWithoutAPolicyIsToBeGivenOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> POLICIES.decide(Given.cause("BRAND_NEW").now()))
                .withMessageContaining("BRAND_NEW")
                .withMessageContaining("Routing");
    }

    /** Also where a table changes: nobody may loosen what keeps a case of another currency with people. */
    @Test
    void neverCloseACaseOfAnotherCurrencyThanReais() {
        for (Circumstances each : Causes.random(new Random(7), 4_000)) {
            if (!each.currency().equals("BRL")) {
                assertThat(POLICIES.decide(each).action().closesCase())
                        .as(each.toString())
                        .isFalse();
            }
        }
    }

    @Test
    void neverCloseACaseInWhichNoMoneyIsAtStake() {
        for (Circumstances each : Causes.random(new Random(11), 4_000)) {
            if (each.amount().signum() == 0) {
                assertThat(POLICIES.decide(each).action().closesCase())
                        .as(each.toString())
                        .isFalse();
            }
        }
    }

    @Test
    void letNoCaseWaitLongerThanTheyPromise() {
        for (Circumstances each : Causes.random(new Random(13), 4_000)) {
            Verdict verdict = POLICIES.decide(each);
            if (verdict.waitUntilAge() != null) {
                assertThat(each.ageInBusinessDays()).isLessThan(verdict.waitUntilAge());
            }
        }
    }

    @Test
    void decideEveryCauseThatTheProductKnows() {
        for (String cause : Causes.ALL) {
            String reconciliation = Causes.reconciliationOf(cause);
            Verdict verdict = POLICIES.decide(
                    Given.cause(cause).in(reconciliation).of("COURIER").aged(99).now());
            assertThat(verdict.row()).as(cause).isNotEqualTo("anything-else");
        }
    }

    @Test
    void everyRowCanFire() {
        List<String> fired = Causes.random(new Random(17), 40_000).stream()
                .map(POLICIES::decide)
                .map(verdict -> verdict.policy() + "." + verdict.row())
                .distinct()
                .sorted()
                .toList();
        List<String> rows = POLICIES.tables().stream()
                .flatMap(table -> table.rows().stream().map(row -> table.key() + "." + row.id()))
                // What routes to them names each cause; only a change of the tables could leave them something.
                .filter(row -> !List.of("chargeback", "file", "reject").contains(row.replace(".anything-else", "")))
                .sorted()
                .toList();
        assertThat(fired).containsAll(rows);
    }

    @Test
    void decideAlikeInManyThreadsAndAllAtOnce() {
        List<Circumstances> many = new ArrayList<>(Causes.random(new Random(19), 2_000));
        List<Verdict> oneByOne = many.stream().map(POLICIES::decide).toList();
        List<Verdict> inParallel = many.parallelStream().map(POLICIES::decide).toList();
        assertThat(inParallel).isEqualTo(oneByOne);
        assertThat(many.stream().map(POLICIES.decide(many)::get).toList()).isEqualTo(oneByOne);
    }

    @Test
    void everyTableIsThereAndHasAVersion() {
        assertThat(POLICIES.tables()).extracting(PolicyTable::key).isEqualTo(Routing.POLICIES);
        assertThat(POLICIES.versions()).extracting(PolicyVersion::key).isEqualTo(Routing.POLICIES);
        IntStream.range(0, Routing.POLICIES.size()).forEach(i -> {
            PolicyTable table = POLICIES.tables().get(i);
            assertThat(table.inputs())
                    .allSatisfy(input -> assertThat(input.label()).isNotBlank());
            assertThat(table.rows()).filteredOn(PolicyTable.Row::isCatchAll).hasSize(1);
        });
        assertThat(POLICIES.tableFor("AMOUNT_MISMATCH", "courier-payout").key()).isEqualTo("party-payout");
    }
}
