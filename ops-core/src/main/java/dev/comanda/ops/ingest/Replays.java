package dev.comanda.ops.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for rejects to be read again, as they came or as somebody corrected them, and tells what came of it. Only events can be
 * replayed, and only where all their bytes were kept.
 */
public interface Replays {

    /** How many bytes a corrected copy may have: as many as an event, 1 MiB. */
    int MOST_BYTES = 1 << 20;

    /** How many rejects one ask takes; those left over are asked for again. */
    int MOST_REJECTS = 10_000;

    /** What came of asking. */
    sealed interface Outcome {}

    /**
     * A worker will take it up.
     *
     * @param replay what was asked for
     * @param rejects how many rejects it sends again
     */
    record Asked(long replay, int rejects) implements Outcome {}

    /** Nothing will be replayed. */
    record Refused(Reason reason) implements Outcome {}

    /** Why nothing will be replayed. */
    enum Reason {
        /** There is no such reject or source. */
        NOT_FOUND,
        /** It is a record of a PSP's or a bank's file, or of a replay itself. */
        NO_EVENT,
        /** Only its beginning was kept. */
        CUT,
        /** The corrected copy holds nothing. */
        EMPTY,
        /** The corrected copy has more than {@link #MOST_BYTES} bytes. */
        TOO_LONG,
        /** It was asked for before and is not taken up yet. */
        WAITING,
        /** An earlier replay took it up. */
        TAKEN_UP,
        /** No reject of the source can be replayed any more. */
        NOTHING_LEFT
    }

    /**
     * Asks for one reject.
     *
     * @param corrected what to read in its place; null to read it as it came
     */
    Outcome ask(long reject, byte @Nullable [] corrected, String requestedBy);

    /** Asks for all rejects of a source that can be replayed, as they came; at most {@link #MOST_REJECTS} at once. */
    Outcome askForAll(long source, String requestedBy);

    /** How many rejects of a source {@link #askForAll} would take. */
    int replayable(long source);

    /** What was tried with a reject, the latest first; no more than a page shows. */
    List<ReplayAttempt> attemptsWith(long reject);

    /** What a replay sends, in the order in which it sends it. */
    List<ReplayAttempt> attemptsIn(long replay, int offset, int limit);
}
