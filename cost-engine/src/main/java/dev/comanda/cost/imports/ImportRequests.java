package dev.comanda.cost.imports;

import java.time.Instant;
import java.util.List;

/** Asks a worker for imports. */
public interface ImportRequests {

    /** Who asks where nobody does. */
    String SCHEDULE = "schedule";

    /** What came of asking. */
    enum Outcome {
        ASKED,
        /** An import of the same source waits or runs already. */
        UNDER_WAY
    }

    /**
     * Asks in a person's name.
     *
     * @param source a folder or {@code s3://bucket/prefix}, or several with commas between them
     */
    Outcome ask(String source, String requestedBy);

    /**
     * Asks on behalf of the schedule; once for each of its moments, however many workers keep it.
     *
     * @param scheduledFor the moment of the schedule, not the moment of asking
     */
    Outcome askForScheduled(String source, Instant scheduledFor);

    /** Requests, the latest first. */
    List<ImportRequest> latest(int limit);
}
