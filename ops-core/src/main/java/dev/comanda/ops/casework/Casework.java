package dev.comanda.ops.casework;

import java.util.List;
import java.util.UUID;

/**
 * What people do with cases, but for deciding them. Each act is an entry of the case's timeline and of the audit trail; of two
 * people who act at once one wins, and the other is told.
 */
public interface Casework {

    /** How many characters a comment or a reason may have. */
    int MOST_CHARACTERS = 10_000;

    /** How many cases are taken at once. */
    int MOST_AT_ONCE = 200;

    /** What came of an act. */
    enum Outcome {
        DONE,
        /** There is no such case. */
        NOT_FOUND,
        /** It is closed; only reopening is possible. */
        IS_CLOSED,
        /** It is not closed. */
        IS_OPEN,
        /** Somebody else has it. */
        ASSIGNED_TO_ANOTHER,
        /** There is no such user, or they cannot work on cases. */
        NO_SUCH_PERSON,
        /** There is no such team. */
        NO_SUCH_TEAM,
        /** Nothing was said, or more than 10,000 characters. */
        NO_WORDS,
        /** The file is empty, larger than 10 MiB, or the case has 50. */
        UNUSABLE_FILE,
        /** Another case of the same cause and subject is open. */
        ANOTHER_IS_OPEN,
        /** Nobody closed it: what it was about has ended, and there is nothing to decide. */
        ENDED_BY_ITSELF
    }

    /** Takes a case that nobody has. */
    Outcome claim(UUID id, String person);

    /** Gives a case to somebody, whoever has it. */
    Outcome assign(UUID id, String assignee, String person);

    /** Gives one's case back to the queue. */
    Outcome release(UUID id, String person);

    /**
     * Takes many cases, up to {@link #MOST_AT_ONCE}; those that somebody else has, or that are closed, are left.
     *
     * @return how many were taken
     */
    int claimAll(List<UUID> ids, String person);

    /** Hands a case to another team; nobody has it then, and where people must decide it is due anew. */
    Outcome handOver(UUID id, String team, String reason, String person);

    Outcome comment(UUID id, String words, String person);

    /** Puts a file to a case. */
    Outcome attach(UUID id, NewAttachment file, String person);

    /**
     * Opens a case that a policy or a person closed, for people; its breaks are open again from the next night on. What was
     * written off of it is taken back.
     */
    Outcome reopen(UUID id, String reason, String person);
}
