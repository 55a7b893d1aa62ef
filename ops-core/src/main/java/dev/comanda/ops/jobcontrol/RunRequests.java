package dev.comanda.ops.jobcontrol;

import java.time.Instant;
import java.time.LocalDate;

/** Asks the worker for runs. */
public interface RunRequests {

    /** What came of asking. */
    enum Outcome {
        ASKED,
        /** The date's run was asked for before, and nobody has taken that request up yet. */
        ALREADY_WAITING
    }

    /** Asks for the night of a business date; the inbox is the folder that it reads. */
    Outcome askForNight(LocalDate businessDate, String inbox, String requestedBy);

    /**
     * Asks for a night on behalf of the schedule. However many workers ask for the same date at the same moment of the
     * schedule, it is asked for once.
     *
     * @param scheduledFor the moment of the schedule, not the moment of asking
     */
    Outcome askForScheduledNight(LocalDate businessDate, String inbox, Instant scheduledFor);
}
