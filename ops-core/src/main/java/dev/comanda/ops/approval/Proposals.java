package dev.comanda.ops.approval;

import java.util.List;
import java.util.Optional;

/** Proposals, and deciding them. One waits per kind and subject; nobody decides what he proposed himself. */
public interface Proposals {

    /** What came of proposing or deciding. */
    enum Result {
        DONE,
        /** There is no such proposal. */
        NOT_FOUND,
        /** One for the same subject waits already. */
        WAITS_ALREADY,
        /** Somebody decided it before. */
        IS_DECIDED,
        /** Whoever proposed it cannot decide it. */
        OWN_PROPOSAL,
        /** Only approvers decide. */
        NO_APPROVER,
        /** What it is about has changed since: it can only be refused. */
        STALE
    }

    /** The longest reason, in characters. */
    int MOST_CHARACTERS = 10_000;

    /**
     * What somebody wants to have approved.
     *
     * @param reason why; not blank, and no more than {@link #MOST_CHARACTERS}
     */
    record Wish(Proposal.Kind kind, String subject, String payload, String reason) {

        public Wish {
            reason = reason.strip();
            if (reason.isEmpty() || reason.length() > MOST_CHARACTERS) {
                throw new IllegalArgumentException(
                        "a proposal about " + subject + " needs a reason of 1 to " + MOST_CHARACTERS + " characters");
            }
        }
    }

    Result propose(Wish wish, String person);

    /** @param payloadNow what the proposal would say if it were made now */
    Result approve(long id, String payloadNow, String person);

    Result refuse(long id, String reason, String person);

    Optional<Proposal> find(long id);

    /** The one that waits for a decision on the subject. */
    Optional<Proposal> waitingFor(Proposal.Kind kind, String subject);

    /** All about the subject, decided or not, newest first. */
    List<Proposal> about(Proposal.Kind kind, String subject);

    /** Those that wait, the oldest first. */
    List<Proposal> waiting(Proposal.Kind kind, int offset, int limit);

    long countWaiting(Proposal.Kind kind);
}
