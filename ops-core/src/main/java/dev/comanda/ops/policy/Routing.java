package dev.comanda.ops.policy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which policy decides what. A cause that has a policy of its own goes there, every other one to the policy of its
 * reconciliation, so that a break type nobody thought of meets a row that escalates.
 */
final class Routing {

    static final List<String> POLICIES = List.of(
            "order-payment",
            "settlement",
            "chargeback",
            "psp-payout",
            "party-payout",
            "accrual",
            "file",
            "law",
            "reject");

    private static final Map<String, Set<String>> BY_CAUSE = Map.of(
            "chargeback", Set.of("CHARGEBACK"),
            "file", Set.of("CONTROL_TOTAL_MISMATCH", "STATEMENT_GAP", "STATEMENT_BALANCE_MISMATCH"),
            "law",
                    Set.of(
                            "ORDER_TOTAL",
                            "ORDER_ITEMS",
                            "ORDER_CHANGED",
                            "COMMISSION",
                            "RESTAURANT_NET",
                            "COURIER_TOTAL",
                            "PAYOUT_SUM",
                            "FEE_CONTRACT"),
            "reject",
                    Set.of(
                            "MALFORMED_JSON",
                            "SCHEMA_VIOLATION",
                            "CONFLICTING_DUPLICATE",
                            "UNREADABLE_TEXT",
                            "TOO_LONG"));

    private static final Map<String, String> BY_RECONCILIATION = Map.of(
            "order-payment", "order-payment",
            "payment-settlement", "settlement",
            "psp-payout", "psp-payout",
            "restaurant-payout", "party-payout",
            "courier-payout", "party-payout",
            "restaurant-accrual", "accrual",
            "courier-accrual", "accrual");

    private Routing() {}

    static String policyFor(String cause, String reconciliation) {
        for (Map.Entry<String, Set<String>> policy : BY_CAUSE.entrySet()) {
            if (policy.getValue().contains(cause)) {
                return policy.getKey();
            }
        }
        @Nullable String policy = BY_RECONCILIATION.get(reconciliation);
        if (policy == null) {
            throw new IllegalArgumentException("no policy decides " + cause + " of reconciliation '" + reconciliation
                    + "'; give it to one in dev.comanda.ops.policy.Routing");
        }
        return policy;
    }
}
