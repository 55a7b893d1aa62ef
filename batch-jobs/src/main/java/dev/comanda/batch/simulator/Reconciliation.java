package dev.comanda.batch.simulator;

/** The reconciliations that a night runs, by the names of the contract. */
enum Reconciliation {
    ORDER_PAYMENT("order-payment"),
    PAYMENT_SETTLEMENT("payment-settlement"),
    PSP_PAYOUT("psp-payout"),
    RESTAURANT_ACCRUAL("restaurant-accrual"),
    RESTAURANT_PAYOUT("restaurant-payout"),
    COURIER_ACCRUAL("courier-accrual"),
    COURIER_PAYOUT("courier-payout");

    private final String wireName;

    Reconciliation(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }
}
