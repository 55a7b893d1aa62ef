package dev.comanda.ops.reconciliation;

import java.util.Arrays;
import java.util.Optional;

/** The seven reconciliations by the names under which their results are exported. */
public enum Reconciliation {
    ORDER_PAYMENT(1, "order-payment"),
    PAYMENT_SETTLEMENT(2, "payment-settlement"),
    PSP_PAYOUT(3, "psp-payout"),
    RESTAURANT_ACCRUAL(4, "restaurant-accrual"),
    RESTAURANT_PAYOUT(5, "restaurant-payout"),
    COURIER_ACCRUAL(6, "courier-accrual"),
    COURIER_PAYOUT(7, "courier-payout");

    private final short id;
    private final String exportName;

    Reconciliation(int id, String exportName) {
        this.id = (short) id;
        this.exportName = exportName;
    }

    /** The number under which the database knows it. */
    public short id() {
        return id;
    }

    /** The name in exports, on the command line and in links, e.g. {@code payment-settlement}. */
    public String exportName() {
        return exportName;
    }

    /** The reconciliation of that export name, if there is one. */
    public static Optional<Reconciliation> named(String exportName) {
        return Arrays.stream(values())
                .filter(reconciliation -> reconciliation.exportName.equals(exportName))
                .findFirst();
    }
}
