package dev.comanda.ops.identity;

/** What a person may do in the backoffice. */
public enum Role {
    /** Sees everything, changes nothing. */
    VIEWER,
    /** Asks for runs and works on cases. */
    OPERATOR,
    /** Decides on what others propose. */
    APPROVER,
    /** Does what an operator does, and looks after users. */
    ADMIN
}
