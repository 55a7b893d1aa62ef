package dev.comanda.ops.casework;

import java.util.List;
import java.util.UUID;

/** What people do with cases, but for deciding them. Each act is an entry of the case's timeline and of the audit trail. */
public interface Casework {

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
        /** Nothing was said, or more than 10,000 characters. */
        NO_WORDS,
        /** The file is empty, larger than 10 MiB, or the case has 50. */
        UNUSABLE_FILE,
        /** Another case of the same cause and subject is open. */
        ANOTHER_IS_OPEN
    }

    /** Takes a case that nobody has. */
    Outcome claim(UUID id, String person);

    /** Gives a case to somebody, whoever has it. */
    Outcome assign(UUID id, String assignee, String person);

    /** Gives a case back to the queue. */
    Outcome release(UUID id, String person);

    /** Takes many cases; those that somebody else has, or that are closed, are left. */
    int claimAll(List<UUID> ids, String person);

    /** Hands a case to another team; it is due anew. */
    Outcome handOver(UUID id, String team, String reason, String person);

    Outcome comment(UUID id, String words, String person);

    Outcome attach(UUID id, String name, String mediaType, byte[] content, String person);

    /** Opens a closed case again, for people; its breaks are open again from the next night on. */
    Outcome reopen(UUID id, String reason, String person);
}
