package dev.comanda.ops.policy;

/** Who owns a case: now where a person decides, else if it comes to that. */
public enum Team {
    PAYMENTS,
    PSP_OPERATIONS,
    TREASURY,
    DISPUTES,
    RESTAURANT_PAYOUTS,
    COURIER_PAYOUTS,
    INTEGRATION,
    CUSTOMER_CARE,
    FINANCE
}
