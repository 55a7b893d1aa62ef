package dev.comanda.ops.decision.persistence;

import dev.comanda.ops.approval.Proposal;
import dev.comanda.ops.approval.Proposal.Kind;
import dev.comanda.ops.approval.Proposals;
import dev.comanda.ops.casework.CaseView;
import dev.comanda.ops.casework.Cases;
import dev.comanda.ops.decision.CaseResolutions;
import dev.comanda.ops.decision.Resolution;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** People's decisions in PostgreSQL: one transaction each, on the locked case. */
public final class JooqCaseResolutions implements CaseResolutions {

    private final DSLContext database;
    private final WithinTransaction within;
    private final Cases cases;
    private final Proposals proposals;
    private final Clock clock;

    public JooqCaseResolutions(DSLContext database, WithinTransaction within, Clock clock) {
        this.database = database;
        this.within = within;
        this.cases = within.cases().apply(database);
        this.proposals = within.proposals().apply(database);
        this.clock = clock;
    }

    @Override
    public Outcome resolve(UUID id, Resolution resolution, String reason, String person) {
        return deciding(person, deciding -> deciding.resolve(id, resolution, reason.strip()));
    }

    @Override
    public Many resolveAll(List<UUID> ids, Resolution resolution, String reason, String person) {
        int closed = 0;
        int proposed = 0;
        List<LeftOut> leftOut = new ArrayList<>();
        for (UUID id : ids.stream().distinct().limit(MOST_AT_ONCE).toList()) {
            Outcome outcome = resolve(id, resolution, reason, person);
            if (outcome instanceof Refused refused) {
                cases.find(id).ifPresent(item -> leftOut.add(new LeftOut(item, refused)));
            } else if (outcome instanceof Proposed) {
                proposed++;
            } else {
                closed++;
            }
        }
        return new Many(closed, proposed, leftOut);
    }

    @Override
    public Outcome approve(long proposal, String person) {
        return decidingOn(proposal, person, Deciding::approve);
    }

    @Override
    public Outcome refuse(long proposal, String reason, String person) {
        return decidingOn(proposal, person, (deciding, found) -> deciding.refuse(found, reason.strip()));
    }

    private Outcome decidingOn(long id, String person, BiFunction<Deciding, Proposal, Outcome> act) {
        Optional<Proposal> found = proposals.find(id).filter(each -> each.kind() == Kind.CASE_RESOLUTION);
        if (found.isEmpty()) {
            return new Refused(Reason.NO_PROPOSAL, null);
        }
        return deciding(person, deciding -> act.apply(deciding, found.get()));
    }

    private Outcome deciding(String person, Function<Deciding, Outcome> act) {
        return database.transactionResult(
                transaction -> act.apply(new Deciding(DSL.using(transaction), within, clock, person)));
    }

    @Override
    public Optional<Waiting> waitingFor(UUID id) {
        return proposals.waitingFor(Kind.CASE_RESOLUTION, id.toString()).flatMap(this::waiting);
    }

    @Override
    public List<Waiting> waiting(int offset, int limit) {
        return proposals.waiting(Kind.CASE_RESOLUTION, offset, limit).stream()
                .flatMap(each -> waiting(each).stream())
                .toList();
    }

    private Optional<Waiting> waiting(Proposal proposal) {
        Resolution resolution = ResolutionPayload.resolutionOf(proposal.payload());
        Optional<CaseView> item = cases.find(UUID.fromString(proposal.subject()));
        return item.map(each -> new Waiting(proposal, each, resolution, isStale(proposal, resolution)));
    }

    private boolean isStale(Proposal proposal, Resolution resolution) {
        return Deciding.row(database, UUID.fromString(proposal.subject()))
                .map(row -> !ResolutionPayload.of(database, row, resolution).equals(proposal.payload()))
                .orElse(true);
    }
}
