package dev.comanda.ops.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The causes that the product knows, by name, for a policy knows none of the features above it. */
final class Causes {

    /** By a reconciliation that has them; empty for laws and rejects. */
    private static final Map<String, List<String>> BY_RECONCILIATION = Map.of(
            "order-payment",
            List.of("UNPAID_ORDER", "OVERCAPTURED", "UNDERCAPTURED", "CAPTURED_CANCELLED", "PAYMENT_WITHOUT_ORDER"),
            "payment-settlement",
            List.of(
                    "MISSING_SETTLEMENT",
                    "UNKNOWN_SETTLEMENT",
                    "AMOUNT_MISMATCH",
                    "CURRENCY_MISMATCH",
                    "DUPLICATE_SETTLEMENT",
                    "UNEXPECTED_REFUND",
                    "MISSING_REFUND",
                    "CHARGEBACK",
                    "UNKNOWN_LINE_TYPE",
                    "CONTROL_TOTAL_MISMATCH"),
            "psp-payout",
            List.of("PAYOUT_NOT_RECEIVED", "UNEXPECTED_CREDIT", "STATEMENT_GAP", "STATEMENT_BALANCE_MISMATCH"),
            "restaurant-payout",
            List.of("PAYOUT_NOT_DEBITED", "DUPLICATE_PAYOUT", "PAYOUT_RETURNED", "UNEXPECTED_DEBIT"),
            "restaurant-accrual",
            List.of("MISSING_ACCRUAL", "DUPLICATE_ACCRUAL", "ACCRUAL_WITHOUT_ORDER"),
            "",
            List.of(
                    "ORDER_TOTAL",
                    "ORDER_ITEMS",
                    "COMMISSION",
                    "RESTAURANT_NET",
                    "COURIER_TOTAL",
                    "PAYOUT_SUM",
                    "FEE_CONTRACT",
                    "ORDER_CHANGED",
                    "MALFORMED_JSON",
                    "SCHEMA_VIOLATION",
                    "CONFLICTING_DUPLICATE",
                    "UNREADABLE_TEXT",
                    "TOO_LONG"));

    static final List<String> ALL =
            BY_RECONCILIATION.values().stream().flatMap(List::stream).sorted().toList();

    private static final List<String> RECONCILIATIONS = List.of(
            "order-payment",
            "payment-settlement",
            "psp-payout",
            "restaurant-payout",
            "courier-payout",
            "restaurant-accrual",
            "courier-accrual");
    private static final List<String> AMOUNTS = List.of(
            "0",
            "0.01",
            "0.02",
            "1.00",
            "1.01",
            "40",
            "40.01",
            "99.99",
            "500",
            "500.01",
            "4999",
            "10000",
            "10000.01",
            "3000000");

    private Causes() {}

    static String reconciliationOf(String cause) {
        return BY_RECONCILIATION.entrySet().stream()
                .filter(causes -> causes.getValue().contains(cause))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** Circumstances of every kind, the same for the same seed; also such as cannot come about. */
    static List<Circumstances> random(Random random, int count) {
        List<Circumstances> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            // One cause that several reconciliations have, and one that none has.
            String cause = pick(random, List.of(pick(random, ALL), "AMOUNT_MISMATCH", pick(random, ALL), "BRAND_NEW"));
            boolean itsOwn = random.nextBoolean() && ALL.contains(cause) && !cause.equals("AMOUNT_MISMATCH");
            all.add(new Circumstances(
                    cause,
                    itsOwn && !reconciliationOf(cause).isEmpty()
                            ? reconciliationOf(cause)
                            : pick(random, RECONCILIATIONS),
                    pick(random, List.of("adyen", "pix")),
                    pick(random, List.of("", "RESTAURANT", "COURIER", "RESTAURANT", "COURIER")),
                    pick(random, List.of("BRL", "BRL", "BRL", "USD", "")),
                    new BigDecimal(pick(random, AMOUNTS)),
                    pick(random, List.of(Side.values())),
                    pick(random, List.of(0, 1, 2, 3, 5, 11)),
                    random.nextInt(4) == 0,
                    random.nextBoolean(),
                    pick(random, List.of("", "CUSTOMER", "RESTAURANT", "COURIER", "PLATFORM")),
                    pick(random, List.of("", "BEFORE_ACCEPT", "PREPARING", "READY", "IN_DELIVERY"))));
        }
        return all;
    }

    private static <T> T pick(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
