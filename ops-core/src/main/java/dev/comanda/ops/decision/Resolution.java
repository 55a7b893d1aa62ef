package dev.comanda.ops.decision;

/** How a person closes a case. */
public enum Resolution {
    /** The difference is given up: it costs more to pursue than it is worth. */
    WRITE_OFF,
    /** The PSP or the bank owes it to us. */
    CLAIM,
    /** The customer, or whoever paid too much, gets it back. */
    REFUND,
    /** A restaurant, a courier or a customer owes it to us. */
    RECOVER,
    /** It is lost, and the loss is ours. */
    ACCEPT_LOSS,
    /** Money that nobody can name stays in suspense until somebody does. */
    HOLD,
    /** A payout that did not arrive is owed again. */
    REINSTATE,
    /** There is nothing to post. */
    DISMISS;

    public boolean movesMoney() {
        return this != DISMISS;
    }
}
