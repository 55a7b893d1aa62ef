package dev.comanda.ops.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.ops.policy.evaluation.DmnPolicyEngine;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the tables that come along decide, by the business intent. */
class ShippedPoliciesTest {

    private static final Policies POLICIES = Policies.shipped(new DmnPolicyEngine());

    @ParameterizedTest
    @CsvSource({
        // cause, amount, age, action, team, until
        "UNPAID_ORDER, 80, 0, WAIT, PAYMENTS, 2",
        "UNPAID_ORDER, 80, 1, WAIT, PAYMENTS, 2",
        "UNPAID_ORDER, 80, 2, ESCALATE, PAYMENTS,",
        "PAYMENT_WITHOUT_ORDER, 80, 1, WAIT, CUSTOMER_CARE, 2",
        "PAYMENT_WITHOUT_ORDER, 500.00, 2, REFUND, CUSTOMER_CARE,",
        "PAYMENT_WITHOUT_ORDER, 500.01, 2, ESCALATE, CUSTOMER_CARE,",
        "OVERCAPTURED, 500, 0, REFUND, PAYMENTS,",
        "OVERCAPTURED, 500.01, 0, ESCALATE, PAYMENTS,",
        "UNDERCAPTURED, 1.00, 0, WRITE_OFF, PAYMENTS,",
        "UNDERCAPTURED, 1.01, 0, WAIT, PAYMENTS, 1",
        "UNDERCAPTURED, 1.01, 1, ESCALATE, PAYMENTS,",
        "CAPTURED_CANCELLED, 500.00, 0, REFUND, CUSTOMER_CARE,",
        "CAPTURED_CANCELLED, 500.01, 0, ESCALATE, CUSTOMER_CARE,",
    })
    void decidesOnOrdersAndTheirPayments(
            String cause, String amount, int age, Action action, Team team, Integer until) {
        Verdict verdict = POLICIES.decide(
                Given.cause(cause).in("order-payment").brl(amount).aged(age).now());
        assertThat(verdict.action()).isEqualTo(action);
        assertThat(verdict.team()).isEqualTo(team);
        assertThat(verdict.waitUntilAge()).isEqualTo(until);
        assertThat(verdict.policy()).isEqualTo("order-payment");
    }

    @Test
    void everyTableIsThere() {
        assertThat(POLICIES.tables()).extracting(PolicyTable::key).isEqualTo(Routing.POLICIES);
        assertThat(POLICIES.tables())
                .allSatisfy(table -> assertThat(List.copyOf(table.rows())).hasSizeGreaterThan(1));
    }
}
