package dev.comanda.ops.reconciliation;

/** What an event must agree with (CONTRACTS section 1). A breach is a finding, never a parse error. */
public enum Law {
    /** An order's total is items + delivery fee + service fee + tip - discount. */
    ORDER_TOTAL,
    /** An order's items are the sum of quantity x unit price. */
    ORDER_ITEMS,
    /** Commission is base x rate, to four decimals half-even. */
    COMMISSION,
    /** A restaurant's net is base - commission - payment fee + adjustments. */
    RESTAURANT_NET,
    /** A courier's total is base + distance + tip + incentive. */
    COURIER_TOTAL,
    /** A payout and its residual are what was accrued for the party in the period. */
    PAYOUT_SUM,
    /** The fee of a PSP's line is the contracted one, where a contract is configured. */
    FEE_CONTRACT,
    /** What is due for an order does not change after it was matched. */
    ORDER_CHANGED
}
