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

    /**
     * Whether items of this role may have waited for their right when the platform took over, and may be imported. An order may
     * not: nothing is due to it later. A payment that was captured then is a {@link #CAPTURE} and no payment of an order here.
     */
    public boolean mayBeOutstanding() {
        return switch (this) {
            case CAPTURE, PSP_PAYOUT, COMPLETED_ORDER, DELIVERY, PAYOUT -> true;
            case ORDER,
                    PAYMENT,
                    PSP_LINE,
                    BANK_CREDIT,
                    RESTAURANT_ACCRUAL,
                    COURIER_EARNING,
                    BANK_DEBIT,
                    PAYOUT_RETURN -> false;
        };
    }

    /** The number under which the database knows it. */
    public short id() {
        return id;
    }
}
