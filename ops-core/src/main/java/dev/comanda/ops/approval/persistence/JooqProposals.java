package dev.comanda.ops.approval.persistence;

import static dev.comanda.sql.approval.Tables.REQUEST;
import static dev.comanda.sql.identity.Tables.APP_USER;
import static dev.comanda.sql.identity.Tables.USER_ROLE;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

import dev.comanda.ops.approval.Proposal;
import dev.comanda.ops.approval.Proposal.Kind;
import dev.comanda.ops.approval.Proposals;
import dev.comanda.ops.identity.Role;
import dev.comanda.sql.approval.tables.records.RequestRecord;
import dev.comanda.sql.audit.tables.Entry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Proposals in PostgreSQL. Whoever does something with what is approved gives the context of his transaction, so that approval and
 * effect are there together or not at all.
 */
public final class JooqProposals implements Proposals {

    private static final Entry AUDIT = Entry.ENTRY;

    private final DSLContext database;
    private final Clock clock;

    public JooqProposals(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The index of open requests lets one of two who propose at once through. */
    @Override
    public Result propose(Wish wish, String person) {
        return database.transactionResult(transaction -> {
            DSLContext sql = DSL.using(transaction);
            int made = sql.insertInto(REQUEST)
                    .set(REQUEST.KIND, wish.kind().name())
                    .set(REQUEST.SUBJECT, wish.subject())
                    .set(REQUEST.PAYLOAD, wish.payload())
                    .set(REQUEST.PAYLOAD_SHA256, sha256(wish.payload()))
                    .set(REQUEST.REASON, wish.reason())
                    .set(REQUEST.REQUESTED_BY, person)
                    .set(REQUEST.REQUESTED_AT, OffsetDateTime.now(clock))
                    .onConflictDoNothing()
                    .execute();
            if (made == 0) {
                return Result.WAITS_ALREADY;
            }
            audit(sql, "proposed", wish.kind() + " " + wish.subject(), wish.payload(), person);
            return Result.DONE;
        });
    }

    @Override
    public Result approve(long id, String payloadNow, String person) {
        return decide(id, person, new Decision(Proposal.Outcome.APPROVED, "", payloadNow));
    }

    @Override
    public Result refuse(long id, String reason, String person) {
        return decide(id, person, new Decision(Proposal.Outcome.REFUSED, reason.strip(), null));
    }

    /** @param payloadNow null where it does not matter */
    private record Decision(Proposal.Outcome outcome, String reason, @Nullable String payloadNow) {}

    private Result decide(long id, String person, Decision decision) {
        return database.transactionResult(transaction -> {
            DSLContext sql = DSL.using(transaction);
            Optional<RequestRecord> found = sql.selectFrom(REQUEST)
                    .where(REQUEST.REQUEST_ID.eq(id))
                    .forUpdate()
                    .fetchOptional();
            if (found.isEmpty()) {
                return Result.NOT_FOUND;
            }
            RequestRecord request = found.get();
            Optional<Result> refusal = refusal(sql, request, person, decision);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            request.setOutcome(decision.outcome().name());
            request.setDecidedBy(person);
            request.setDecidedAt(OffsetDateTime.now(clock));
            request.setDecidedSha256(request.getPayloadSha256());
            request.setDecisionReason(decision.reason());
            request.store();
            String action = decision.outcome() == Proposal.Outcome.APPROVED ? "approved" : "refused";
            audit(sql, action, request.getKind() + " " + request.getSubject(), request.getPayload(), person);
            return Result.DONE;
        });
    }

    private static Optional<Result> refusal(DSLContext sql, RequestRecord request, String person, Decision decision) {
        if (request.getOutcome() != null) {
            return Optional.of(Result.IS_DECIDED);
        }
        if (request.getRequestedBy().equals(person)) {
            return Optional.of(Result.OWN_PROPOSAL);
        }
        if (!sql.fetchExists(APP_USER, APP_USER.USERNAME.eq(person).and(isApprover()))) {
            return Optional.of(Result.NO_APPROVER);
        }
        boolean stale = decision.payloadNow() != null && !decision.payloadNow().equals(request.getPayload());
        return stale ? Optional.of(Result.STALE) : Optional.empty();
    }

    private static Condition isApprover() {
        return APP_USER.ENABLED
                .isTrue()
                .and(exists(selectOne()
                        .from(USER_ROLE)
                        .where(USER_ROLE.USERNAME.eq(APP_USER.USERNAME))
                        .and(USER_ROLE.ROLE.eq(Role.APPROVER.name()))));
    }

    @Override
    public Optional<Proposal> find(long id) {
        return database.selectFrom(REQUEST).where(REQUEST.REQUEST_ID.eq(id)).fetchOptional(JooqProposals::proposal);
    }

    @Override
    public Optional<Proposal> waitingFor(Kind kind, String subject) {
        return database.selectFrom(REQUEST)
                .where(REQUEST.KIND.eq(kind.name()), REQUEST.SUBJECT.eq(subject), REQUEST.OUTCOME.isNull())
                .fetchOptional(JooqProposals::proposal);
    }

    @Override
    public List<Proposal> about(Kind kind, String subject) {
        return database.selectFrom(REQUEST)
                .where(REQUEST.KIND.eq(kind.name()), REQUEST.SUBJECT.eq(subject))
                .orderBy(REQUEST.REQUEST_ID.desc())
                .fetch(JooqProposals::proposal);
    }

    @Override
    public List<Proposal> waiting(Kind kind, int offset, int limit) {
        return database.selectFrom(REQUEST)
                .where(REQUEST.KIND.eq(kind.name()), REQUEST.OUTCOME.isNull())
                .orderBy(REQUEST.REQUEST_ID)
                .offset(offset)
                .limit(limit)
                .fetch(JooqProposals::proposal);
    }

    @Override
    public long countWaiting(Kind kind) {
        return database.fetchCount(REQUEST, REQUEST.KIND.eq(kind.name()), REQUEST.OUTCOME.isNull());
    }

    private void audit(DSLContext sql, String action, String subject, String detail, String person) {
        sql.insertInto(AUDIT)
                .set(AUDIT.HAPPENED_AT, OffsetDateTime.now(clock))
                .set(AUDIT.ACTOR, person)
                .set(AUDIT.ACTION, action)
                .set(AUDIT.SUBJECT, subject)
                .set(AUDIT.DETAIL, detail)
                .execute();
    }

    private static Proposal proposal(RequestRecord row) {
        return new Proposal(
                row.getRequestId(),
                Kind.valueOf(row.getKind()),
                row.getSubject(),
                row.getPayload(),
                row.getReason(),
                row.getRequestedBy(),
                row.getRequestedAt().toInstant(),
                row.getOutcome() == null ? null : Proposal.Outcome.valueOf(row.getOutcome()),
                row.getDecidedBy(),
                row.getDecisionReason());
    }

    private static byte[] sha256(String payload) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(payload.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
