package dev.comanda.ops.close;

import dev.comanda.ops.approval.Proposal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** Opens signed-off dates again: one person proposes it, another one approves. The dates after a date are reopened with it. */
public interface Reopenings {

    /** What came of proposing or deciding. */
    enum Outcome {
        DONE,
        /** The date is not signed off. */
        NOT_SIGNED_OFF,
        /** No reason was given, or too long a one. */
        NO_REASON,
        /** There is no such proposal. */
        NOT_FOUND,
        WAITS_ALREADY,
        IS_DECIDED,
        OWN_PROPOSAL,
        NO_APPROVER,
        /** Other dates would be reopened than when it was proposed. */
        STALE
    }

    Outcome propose(LocalDate businessDate, String reason, String person);

    Outcome approve(long proposal, String person);

    Outcome refuse(long proposal, String reason, String person);

    /** The proposals that wait, the oldest first. */
    List<Proposal> waiting();

    /** The reopenings that took back a sign-off of the month, the latest first. */
    List<Reopening> history(YearMonth month);
}
