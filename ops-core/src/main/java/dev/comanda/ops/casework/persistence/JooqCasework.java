package dev.comanda.ops.casework.persistence;

import static dev.comanda.sql.casework.Tables.ATTACHMENT;
import static dev.comanda.sql.casework.Tables.WORK_CASE;
import static dev.comanda.sql.policy.Tables.WRITE_OFF;

import dev.comanda.ops.casework.Attachment;
import dev.comanda.ops.casework.CaseStatus;
import dev.comanda.ops.casework.Casework;
import dev.comanda.ops.casework.NewAttachment;
import dev.comanda.ops.casework.Priority;
import dev.comanda.ops.casework.ServiceLevel;
import dev.comanda.ops.casework.TimelineEntry;
import dev.comanda.sql.casework.tables.records.WorkCaseRecord;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** What people do with cases, in PostgreSQL: one transaction an act, on the locked row. */
public final class JooqCasework implements Casework {

    /** How a case ends without anybody's decision. */
    private static final Set<String> ENDED_BY_ITSELF = Set.of("MATCHED", "REPLAYED", "WITHDRAWN", "WON");

    private final DSLContext database;
    private final Set<String> teams;
    private final Clock clock;

    /** @param teams those that a case can be handed to */
    public JooqCasework(DSLContext database, Set<String> teams, Clock clock) {
        this.database = database;
        this.teams = Set.copyOf(teams);
        this.clock = clock;
    }

    @Override
    public Outcome claim(UUID id, String person) {
        return whileOpen(id, person, (act, row) -> {
            if (row.getAssignee() != null) {
                return row.getAssignee().equals(person) ? Outcome.DONE : Outcome.ASSIGNED_TO_ANOTHER;
            }
            return give(act, row, person);
        });
    }

    @Override
    public Outcome assign(UUID id, String assignee, String person) {
        return whileOpen(id, person, (act, row) -> {
            if (!Workers.include(act.sql(), assignee)) {
                return Outcome.NO_SUCH_PERSON;
            }
            return assignee.equals(row.getAssignee()) ? Outcome.DONE : give(act, row, assignee);
        });
    }

    private static Outcome give(Act act, WorkCaseRecord row, String assignee) {
        row.setAssignee(assignee);
        act.change(row, "ASSIGNED", assignee);
        return Outcome.DONE;
    }

    @Override
    public Outcome release(UUID id, String person) {
        return whileOpen(id, person, (act, row) -> {
            if (row.getAssignee() == null) {
                return Outcome.DONE;
            }
            if (!row.getAssignee().equals(person)) {
                return Outcome.ASSIGNED_TO_ANOTHER;
            }
            row.setAssignee(null);
            act.change(row, "RELEASED", "");
            return Outcome.DONE;
        });
    }

    @Override
    public int claimAll(List<UUID> ids, String person) {
        return database.transactionResult(transaction -> {
            Act act = new Act(DSL.using(transaction), person, clock);
            if (!Workers.include(act.sql(), person)) {
                return 0;
            }
            // Always in the same order, so that two people who take the same cases do not wait for each other for ever.
            List<WorkCaseRecord> free = act
                    .sql()
                    .selectFrom(WORK_CASE)
                    .where(WORK_CASE.CASE_ID.in(ids.stream().limit(MOST_AT_ONCE).toList()))
                    .orderBy(WORK_CASE.CASE_ID)
                    .forUpdate()
                    .fetch()
                    .stream()
                    .filter(row -> row.getAssignee() == null && isOpen(row))
                    .toList();
            free.forEach(row -> give(act, row, person));
            return free.size();
        });
    }

    @Override
    public Outcome handOver(UUID id, String team, String reason, String person) {
        return whileOpen(id, person, (act, row) -> {
            if (!teams.contains(team)) {
                return Outcome.NO_SUCH_TEAM;
            }
            if (isNoWords(reason)) {
                return Outcome.NO_WORDS;
            }
            row.setOwner(team);
            row.setAssignee(null);
            if (row.getStatus().equals(CaseStatus.OPEN.name())) {
                row.setDueAt(dueFrom(act, row));
            }
            act.change(row, "HANDED_OVER", TimelineEntry.detail(team, reason.strip()));
            return Outcome.DONE;
        });
    }

    @Override
    public Outcome comment(UUID id, String words, String person) {
        return whileOpen(id, person, (act, row) -> {
            if (isNoWords(words)) {
                return Outcome.NO_WORDS;
            }
            act.change(row, "COMMENTED", words.strip());
            return Outcome.DONE;
        });
    }

    @Override
    public Outcome attach(UUID id, NewAttachment file, String person) {
        return whileOpen(id, person, (act, row) -> {
            int there = act.sql().fetchCount(ATTACHMENT, ATTACHMENT.CASE_ID.eq(id));
            int size = file.content().length;
            if (size == 0 || size > Attachment.MOST_BYTES || there >= Attachment.MOST_PER_CASE) {
                return Outcome.UNUSABLE_FILE;
            }
            act.sql()
                    .insertInto(ATTACHMENT)
                    .set(ATTACHMENT.CASE_ID, id)
                    .set(ATTACHMENT.NAME, file.name())
                    .set(ATTACHMENT.MEDIA_TYPE, file.mediaType())
                    .set(ATTACHMENT.CONTENT, file.content())
                    .set(ATTACHMENT.SHA256, sha256(file.content()))
                    .set(ATTACHMENT.ATTACHED_BY, person)
                    .set(ATTACHMENT.ATTACHED_AT, act.now().atOffset(ZoneOffset.UTC))
                    .execute();
            act.change(row, "ATTACHED", file.name());
            return Outcome.DONE;
        });
    }

    @Override
    public Outcome reopen(UUID id, String reason, String person) {
        return onCase(id, person, (act, row) -> {
            if (isOpen(row)) {
                return Outcome.IS_OPEN;
            }
            if (isNoWords(reason)) {
                return Outcome.NO_WORDS;
            }
            if (ENDED_BY_ITSELF.contains(row.getResolution())) {
                return Outcome.ENDED_BY_ITSELF;
            }
            if (act.sql()
                    .fetchExists(
                            WORK_CASE,
                            WORK_CASE
                                    .SUBJECT_KEY
                                    .eq(row.getSubjectKey())
                                    .and(WORK_CASE.STATUS.ne(CaseStatus.CLOSED.name())))) {
                return Outcome.ANOTHER_IS_OPEN;
            }
            String taken = row.getResolution();
            reopen(act, row);
            act.change(row, "REOPENED", TimelineEntry.detail(taken, reason.strip()));
            return Outcome.DONE;
        });
    }

    private static void reopen(Act act, WorkCaseRecord row) {
        row.setStatus(CaseStatus.OPEN.name());
        row.setResolution(null);
        row.setClosedAt(null);
        row.setClosedBy(null);
        row.setClosedOn(null);
        row.setEscalatedOn(null);
        row.setAssignee(null);
        row.setReopenings((short) (row.getReopenings() + 1));
        row.setDueAt(dueFrom(act, row));
        act.sql()
                .deleteFrom(WRITE_OFF)
                .where(WRITE_OFF.CASE_ID.eq(row.getCaseId()))
                .execute();
    }

    private Outcome whileOpen(UUID id, String person, BiFunction<Act, WorkCaseRecord, Outcome> does) {
        return onCase(id, person, (act, row) -> isOpen(row) ? does.apply(act, row) : Outcome.IS_CLOSED);
    }

    private Outcome onCase(UUID id, String person, BiFunction<Act, WorkCaseRecord, Outcome> does) {
        return database.transactionResult(transaction -> {
            Act act = new Act(DSL.using(transaction), person, clock);
            if (!Workers.include(act.sql(), person)) {
                return Outcome.NO_SUCH_PERSON;
            }
            return act.locked(id).map(row -> does.apply(act, row)).orElse(Outcome.NOT_FOUND);
        });
    }

    private static boolean isOpen(WorkCaseRecord row) {
        return !row.getStatus().equals(CaseStatus.CLOSED.name());
    }

    private static OffsetDateTime dueFrom(Act act, WorkCaseRecord row) {
        return ServiceLevel.dueFrom(act.now(), Priority.ofLevel(row.getPriority()))
                .atOffset(ZoneOffset.UTC);
    }

    private static boolean isNoWords(String words) {
        return words.isBlank() || words.strip().length() > MOST_CHARACTERS;
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
