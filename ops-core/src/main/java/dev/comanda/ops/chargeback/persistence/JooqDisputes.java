package dev.comanda.ops.chargeback.persistence;

import dev.comanda.ops.casework.Casework;
import dev.comanda.ops.casework.NewAttachment;
import dev.comanda.ops.casework.Timeline;
import dev.comanda.ops.casework.TimelineEntry;
import dev.comanda.ops.chargeback.Dispute;
import dev.comanda.ops.chargeback.DisputeState;
import dev.comanda.ops.chargeback.Disputes;
import dev.comanda.ops.chargeback.Evidence;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Disputes in PostgreSQL; contesting one is one transaction, on the locked row. */
public final class JooqDisputes implements Disputes {

    private static final int MOST_CHARACTERS = 10_000;

    /** A case that somebody closed or opened again says so at once; the night keeps it. */
    private static final String FIND =
            """
            select d.case_id, d.psp, d.psp_reference, d.scheme, d.amount, d.currency, d.charged_back_on, d.respond_by,
                   d.contested_at, d.contested_by,
                   case when c.status <> 'CLOSED' and d.state in ('LOST', 'ACCEPTED') then d.state_before
                        when c.status = 'CLOSED' and c.resolution <> 'MATCHED' and d.state = 'CONTESTED' then 'LOST'
                        when c.status = 'CLOSED' and c.resolution <> 'MATCHED' and d.state in ('OPEN', 'EXPIRED') then 'ACCEPTED'
                        else d.state end as state
            from chargeback.dispute d
            join casework.work_case c on c.case_id = d.case_id
            where d.case_id = ?
            """;

    private static final String LOCK = "select * from chargeback.dispute where case_id = ? for update";

    private static final String FACTS =
            """
            select part, key, name, value from chargeback.evidence where case_id = ?
            order by position, key collate "C", name collate "C"
            """;

    private static final String CONTEST =
            """
            update chargeback.dispute
            set state = 'CONTESTED', state_before = 'CONTESTED', state_on = null, contested_at = ?::timestamptz, contested_by = ?
            where case_id = ?
            """;

    private final DSLContext database;
    private final Within within;
    private final Clock clock;

    /** What is written of cases in the transaction of a dispute. */
    public record Within(Function<DSLContext, Casework> casework, Function<DSLContext, Timeline> timeline) {}

    public JooqDisputes(DSLContext database, Within within, Clock clock) {
        this.database = database;
        this.within = within;
        this.clock = clock;
    }

    @Override
    public Optional<Dispute> find(UUID caseId) {
        return database.resultQuery(FIND, caseId).fetchOptional(JooqDisputes::dispute);
    }

    private static Dispute dispute(Record row) {
        OffsetDateTime contestedAt = row.get("contested_at", OffsetDateTime.class);
        return new Dispute(
                row.get("case_id", UUID.class),
                row.get("psp", String.class),
                row.get("psp_reference", String.class),
                row.get("scheme", String.class),
                row.get("amount", BigDecimal.class),
                row.get("currency", String.class),
                row.get("charged_back_on", LocalDate.class),
                row.get("respond_by", LocalDate.class),
                DisputeState.valueOf(row.get("state", String.class)),
                contestedAt == null ? null : contestedAt.toInstant(),
                row.get("contested_by", String.class));
    }

    @Override
    public Evidence evidence(UUID caseId) {
        return evidence(database, caseId);
    }

    private static Evidence evidence(DSLContext sql, UUID caseId) {
        List<Evidence.Thing> things = new ArrayList<>();
        String last = "";
        for (Record row : sql.resultQuery(FACTS, caseId).fetch()) {
            String part = row.get("part", String.class);
            String thing = part + " " + row.get("key", String.class);
            if (!thing.equals(last)) {
                things.add(new Evidence.Thing(part, new TreeMap<>()));
                last = thing;
            }
            things.get(things.size() - 1).facts().put(row.get("name", String.class), row.get("value", String.class));
        }
        return new Evidence(caseId, things);
    }

    @Override
    public Outcome contest(UUID caseId, String reason, String person) {
        String words = reason.strip();
        if (words.isEmpty() || words.length() > MOST_CHARACTERS) {
            return Outcome.NO_WORDS;
        }
        return database.transactionResult(transaction -> {
            DSLContext sql = transaction.dsl();
            return sql.resultQuery(LOCK, caseId)
                    .fetchOptional(JooqDisputes::dispute)
                    .map(dispute -> contest(sql, dispute, words, person))
                    .orElse(Outcome.NOT_FOUND);
        });
    }

    private Outcome contest(DSLContext sql, Dispute dispute, String reason, String person) {
        if (dispute.state() != DisputeState.OPEN) {
            return Outcome.NOT_OPEN;
        }
        Evidence evidence = evidence(sql, dispute.caseId());
        if (evidence.isEmpty()) {
            return Outcome.NO_EVIDENCE;
        }
        NewAttachment file = new NewAttachment("evidence.json", "application/json", evidence.toJson());
        Casework.Outcome attached = within.casework().apply(sql).attach(dispute.caseId(), file, person);
        if (attached != Casework.Outcome.DONE) {
            return attached == Casework.Outcome.IS_CLOSED ? Outcome.IS_CLOSED : Outcome.NO_SUCH_PERSON;
        }
        sql.execute(CONTEST, OffsetDateTime.now(clock), person, dispute.caseId());
        within.timeline()
                .apply(sql)
                .tell(dispute.caseId(), person, "CONTESTED", TimelineEntry.detail(file.name(), reason));
        return Outcome.DONE;
    }
}
