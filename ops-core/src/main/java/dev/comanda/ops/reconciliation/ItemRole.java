package dev.comanda.ops.reconciliation;

/**
 * What a fact is to a reconciliation. The same payment is a {@link #PAYMENT} of its order and a {@link #CAPTURE} that is
 * to be settled: two items, each matched at most once.
 */
public enum ItemRole {
    ORDER(1),
    PAYMENT(2),
    CAPTURE(3),
    PSP_LINE(4),
    PSP_PAYOUT(5),
    BANK_CREDIT(6),
    COMPLETED_ORDER(7),
    RESTAURANT_ACCRUAL(8),
    DELIVERY(9),
    COURIER_EARNING(10),
    PAYOUT(11),
    BANK_DEBIT(12),
    PAYOUT_RETURN(13);

    private final short id;

    ItemRole(int id) {
        this.id = (short) id;
    }

    /** The number under which the database knows it. */
    public short id() {
        return id;
    }
}
