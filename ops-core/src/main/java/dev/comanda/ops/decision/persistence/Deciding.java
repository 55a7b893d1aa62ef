package dev.comanda.ops.decision.persistence;

import static dev.comanda.sql.casework.Tables.WORK_CASE;

import dev.comanda.ops.approval.Proposal;
import dev.comanda.ops.approval.Proposal.Kind;
import dev.comanda.ops.approval.Proposals;
import dev.comanda.ops.approval.Proposals.Result;
import dev.comanda.ops.casework.Cases;
import dev.comanda.ops.casework.Timeline;
import dev.comanda.ops.casework.TimelineEntry;
import dev.comanda.ops.decision.CaseResolutions;
import dev.comanda.ops.decision.CaseResolutions.Closed;
import dev.comanda.ops.decision.CaseResolutions.Limit;
import dev.comanda.ops.decision.CaseResolutions.Outcome;
import dev.comanda.ops.decision.CaseResolutions.Proposed;
import dev.comanda.ops.decision.CaseResolutions.Reason;
import dev.comanda.ops.decision.CaseResolutions.Refused;
import dev.comanda.ops.decision.CaseResolutions.TurnedDown;
import dev.comanda.ops.decision.OfferedResolutions;
import dev.comanda.ops.decision.Resolution;
import dev.comanda.ops.decision.persistence.WriteOffs.Authority;
import dev.comanda.ops.marketplace.BusinessDate;
import dev.comanda.sql.casework.tables.records.WorkCaseRecord;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** One person's decision, within one transaction; the case is locked from its reading on. */
final class Deciding {

    private final DSLContext sql;
    private final Cases cases;
    private final Timeline timeline;
    private final Proposals proposals;
    private final WriteOffs writeOffs;
    private final String person;
    private final Clock clock;

    Deciding(DSLContext sql, WithinTransaction within, Clock clock, String person) {
        this.sql = sql;
        this.cases = within.cases().apply(sql);
        this.timeline = within.timeline().apply(sql);
        this.proposals = within.proposals().apply(sql);
        this.writeOffs = new WriteOffs(sql, BusinessDate.of(clock.instant()));
        this.person = person;
        this.clock = clock;
    }

    static Optional<WorkCaseRecord> row(DSLContext sql, UUID id) {
        return sql.selectFrom(WORK_CASE).where(WORK_CASE.CASE_ID.eq(id)).fetchOptional();
    }

    private Optional<WorkCaseRecord> locked(UUID id) {
        return sql.selectFrom(WORK_CASE)
                .where(WORK_CASE.CASE_ID.eq(id))
                .forUpdate()
                .fetchOptional();
    }

    Outcome resolve(UUID id, Resolution resolution, String reason) {
        if (cases.people().stream().noneMatch(each -> each.username().equals(person))) {
            return refused(Reason.NO_SUCH_PERSON);
        }
        if (reason.isEmpty() || reason.length() > Proposals.MOST_CHARACTERS) {
            return refused(Reason.NO_WORDS);
        }
        return locked(id)
                .map(item -> whatIsDone(item, resolution)
                        .or(() -> refusal(item, resolution))
                        .orElseGet(() -> decide(item, resolution, reason)))
                .orElseGet(() -> refused(Reason.NOT_FOUND));
    }

    /** The same form sent twice: what it asked for is there. */
    private Optional<Outcome> whatIsDone(WorkCaseRecord item, Resolution resolution) {
        if (resolution.name().equals(item.getResolution()) && person.equals(item.getClosedBy())) {
            return Optional.of(new Closed());
        }
        return waiting(item)
                .filter(each -> each.requestedBy().equals(person))
                .filter(each -> each.payload().equals(ResolutionPayload.of(sql, item, resolution)))
                .map(each -> new Proposed(null));
    }

    private Optional<Outcome> refusal(WorkCaseRecord item, Resolution resolution) {
        if (isClosed(item)) {
            return Optional.of(refused(Reason.IS_CLOSED));
        }
        if (item.getAssignee() != null && !item.getAssignee().equals(person)) {
            return Optional.of(refused(Reason.ASSIGNED_TO_ANOTHER));
        }
        if (waiting(item).isPresent()) {
            return Optional.of(refused(Reason.PROPOSAL_WAITS));
        }
        boolean isOffered = cases.find(item.getCaseId())
                .map(OfferedResolutions::of)
                .filter(offered -> offered.contains(resolution))
                .isPresent();
        return isOffered ? Optional.empty() : Optional.of(refused(Reason.NOT_OFFERED));
    }

    private Optional<Proposal> waiting(WorkCaseRecord item) {
        return proposals.waitingFor(Kind.CASE_RESOLUTION, item.getCaseId().toString());
    }

    private Outcome decide(WorkCaseRecord item, Resolution resolution, String reason) {
        if (resolution == Resolution.WRITE_OFF) {
            return writeOff(item, reason);
        }
        if (resolution.movesMoney() && item.getAmount().compareTo(CaseResolutions.MOST_FOR_ONE_PERSON) > 0) {
            return propose(item, resolution, reason, null);
        }
        return close(item, resolution, reason);
    }

    private Outcome writeOff(WorkCaseRecord item, String reason) {
        Optional<Limit> alone = writeOffs.limit(Authority.OPERATOR, item);
        if (alone.isPresent() && WriteOffs.allows(alone.get(), item.getAmount())) {
            writeOffs.book(Authority.OPERATOR, alone.get(), item);
            return close(item, Resolution.WRITE_OFF, reason);
        }
        Optional<Limit> together = writeOffs.limit(Authority.FOUR_EYES, item);
        if (together.isEmpty()) {
            return refused(Reason.NO_LIMIT);
        }
        return item.getAmount().compareTo(together.get().perCase()) > 0
                ? new Refused(Reason.ABOVE_LIMIT_PER_CASE, together.get())
                : propose(item, Resolution.WRITE_OFF, reason, alone.orElse(null));
    }

    private Outcome propose(WorkCaseRecord item, Resolution resolution, String reason, @Nullable Limit passed) {
        item.setIsTouched(true);
        item.store();
        String payload = ResolutionPayload.of(sql, item, resolution);
        Proposals.Wish wish =
                new Proposals.Wish(Kind.CASE_RESOLUTION, item.getCaseId().toString(), payload, reason);
        if (proposals.propose(wish, person) != Result.DONE) {
            return refused(Reason.PROPOSAL_WAITS);
        }
        tell(item, "PROPOSED", resolution, reason);
        return new Proposed(passed);
    }

    private Outcome close(WorkCaseRecord item, Resolution resolution, String reason) {
        item.setStatus("CLOSED");
        item.setResolution(resolution.name());
        item.setClosedAt(OffsetDateTime.now(clock));
        item.setClosedBy(person);
        item.setIsTouched(true);
        item.store();
        tell(item, "CLOSED", resolution, reason);
        return new Closed();
    }

    Outcome approve(Proposal proposal) {
        Resolution resolution = ResolutionPayload.resolutionOf(proposal.payload());
        Optional<WorkCaseRecord> found = locked(UUID.fromString(proposal.subject()));
        if (found.isEmpty()) {
            return refused(Reason.NOT_FOUND);
        }
        WorkCaseRecord item = found.get();
        Optional<Limit> limit = resolution == Resolution.WRITE_OFF && !isClosed(item)
                ? writeOffs.limit(Authority.FOUR_EYES, item)
                : Optional.empty();
        if (limit.isPresent() && limit.get().ofDay()) {
            return new Refused(Reason.ABOVE_LIMIT_PER_DAY, limit.get());
        }
        Result result = proposals.approve(proposal.id(), ResolutionPayload.of(sql, item, resolution), person);
        if (result != Result.DONE) {
            return refused(reasonOf(result));
        }
        limit.ifPresent(each -> writeOffs.book(Authority.FOUR_EYES, each, item));
        tell(item, "APPROVED", resolution, "");
        return close(item, resolution, proposal.reason());
    }

    Outcome refuse(Proposal proposal, String reason) {
        if (reason.isEmpty() || reason.length() > Proposals.MOST_CHARACTERS) {
            return refused(Reason.NO_WORDS);
        }
        Result result = proposals.refuse(proposal.id(), reason, person);
        if (result != Result.DONE) {
            return refused(reasonOf(result));
        }
        locked(UUID.fromString(proposal.subject()))
                .ifPresent(item -> tell(item, "REFUSED", ResolutionPayload.resolutionOf(proposal.payload()), reason));
        return new TurnedDown();
    }

    private void tell(WorkCaseRecord item, String kind, Resolution resolution, String words) {
        timeline.tell(item.getCaseId(), person, kind, TimelineEntry.detail(resolution.name(), words));
    }

    private static boolean isClosed(WorkCaseRecord item) {
        return item.getStatus().equals("CLOSED");
    }

    private static Refused refused(Reason reason) {
        return new Refused(reason, null);
    }

    private static Reason reasonOf(Result result) {
        return switch (result) {
            case NOT_FOUND, IS_DECIDED, DONE -> Reason.NO_PROPOSAL;
            case WAITS_ALREADY -> Reason.PROPOSAL_WAITS;
            case OWN_PROPOSAL -> Reason.OWN_PROPOSAL;
            case NO_APPROVER -> Reason.NO_APPROVER;
            case STALE -> Reason.STALE;
        };
    }
}
