package dev.comanda.ops.chargeback;

import java.util.Optional;
import java.util.UUID;

/** What people see of disputes, and contesting one. */
public interface Disputes {

    /** What came of contesting. */
    enum Outcome {
        DONE,
        /** There is no such dispute. */
        NOT_FOUND,
        /** The case is closed. */
        IS_CLOSED,
        /** It was contested before, or its last day is over. */
        NOT_OPEN,
        /** No reason was given, or one that is too long. */
        NO_WORDS,
        /** There is no such user, or they cannot work on cases. */
        NO_SUCH_PERSON,
        /** The feeds tell nothing of the payment. */
        NO_EVIDENCE
    }

    Optional<Dispute> find(UUID caseId);

    /** What the feeds tell now; what was sent is an attachment of the case. */
    Evidence evidence(UUID caseId);

    /** Freezes the evidence as an attachment of the case and says why it is contested. */
    Outcome contest(UUID caseId, String reason, String person);
}
