package dev.comanda.batch.simulator;

/** What can be planted in a payout that is overdue. */
enum PayoutCase {
    NOT_DEBITED,
    DEBITED_TWICE,
    RETURNED,
    PAID_AND_RETURNED,
    OTHER_AMOUNT,
    WITHOUT_REFERENCE,
    PAID_AND_DEBITED,
    PAID_ONLY,
    ACCEPTED_AND_DEBITED,
    WRONG_SUM,
    IN_COLLECTIVE_ENTRY,
    NOTHING
}
