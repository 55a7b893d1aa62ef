package dev.comanda.ops.policy;

/** What a policy says is to be done. */
public enum Action {
    /** What is missing may still come; the case is asked again. */
    WAIT,
    /** The amount is too small to be worth a person; it is posted as a difference. */
    WRITE_OFF,
    /** A PSP owes it and is told. */
    CLAIM,
    /** The customer gets it back. */
    REFUND,
    /** It is kept back from the next payout of the party that got too much. */
    RECOVER,
    /** It is lost; getting it back costs more. */
    ACCEPT_LOSS,
    /** A person decides. */
    ESCALATE;

    /** Whether the case ends with it, without a person. */
    public boolean closesCase() {
        return switch (this) {
            case WRITE_OFF, CLAIM, REFUND, RECOVER, ACCEPT_LOSS -> true;
            case WAIT, ESCALATE -> false;
        };
    }
}
