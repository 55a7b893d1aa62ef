package dev.comanda.ops.decision;

import dev.comanda.ops.approval.Proposal;
import dev.comanda.ops.casework.CaseView;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How people decide cases: alone while little money is at stake, else as a proposal that somebody else approves. Deciding a case
 * twice in the same way does nothing twice.
 */
public interface CaseResolutions {

    /** What is more than this, in the case's own currency, is not decided by one person; of write-offs the limits say it. */
    BigDecimal MOST_FOR_ONE_PERSON = new BigDecimal("10000.00");

    /** How many cases are decided at once. */
    int MOST_AT_ONCE = 200;

    /** What came of deciding. */
    sealed interface Outcome {}

    /** The case is closed. */
    record Closed() implements Outcome {}

    /**
     * Somebody else must approve.
     *
     * @param limit the one that a person alone would pass; absent where it is {@link #MOST_FOR_ONE_PERSON}
     */
    record Proposed(@Nullable Limit limit) implements Outcome {}

    /** @param limit the one that would be passed, where that is the reason */
    record Refused(Reason reason, @Nullable Limit limit) implements Outcome {}

    /** The proposal was refused; the case is as it was. */
    record TurnedDown() implements Outcome {}

    /** Why nothing was decided. */
    enum Reason {
        NOT_FOUND,
        /** It was closed in another way, or by somebody else. */
        IS_CLOSED,
        /** It makes no sense for what the case is about. */
        NOT_OFFERED,
        /** No reason was given, or more than 10,000 characters. */
        NO_WORDS,
        /** There is no such user, or they cannot work on cases. */
        NO_SUCH_PERSON,
        ASSIGNED_TO_ANOTHER,
        /** A proposal for the case waits already. */
        PROPOSAL_WAITS,
        /** Nobody may write off in this currency. */
        NO_LIMIT,
        /** Not even two people may write off so much of one case. */
        ABOVE_LIMIT_PER_CASE,
        /** Not even two people may write off so much in one day. */
        ABOVE_LIMIT_PER_DAY,
        /** There is no such proposal, or it was decided before. */
        NO_PROPOSAL,
        OWN_PROPOSAL,
        NO_APPROVER,
        /** The case has changed since it was proposed. */
        STALE
    }

    /**
     * How much may be written off.
     *
     * @param used what was written off today
     * @param ofDay whether it is the limit of the day that was reached, and not the one of the case
     */
    record Limit(String currency, BigDecimal perCase, BigDecimal perDay, BigDecimal used, boolean ofDay) {}

    /** A proposal beside its case. */
    record Waiting(Proposal proposal, CaseView item, Resolution resolution, boolean isStale) {}

    /** A case of many that was not decided, and why. */
    record LeftOut(CaseView item, Refused why) {}

    /** What became of many: those that were not closed or proposed are named. */
    record Many(int closed, int proposed, List<LeftOut> leftOut) {}

    /** Closes the case, or proposes to. */
    Outcome resolve(UUID id, Resolution resolution, String reason, String person);

    /** Each case for itself, up to {@link #MOST_AT_ONCE}; what is refused does not hold up the others. */
    Many resolveAll(List<UUID> ids, Resolution resolution, String reason, String person);

    /** Closes the case as it was proposed. */
    Outcome approve(long proposal, String person);

    /** @param reason why not; said on the case's timeline */
    Outcome refuse(long proposal, String reason, String person);

    Optional<Waiting> waitingFor(UUID id);

    /** The oldest first. */
    List<Waiting> waiting(int offset, int limit);
}
