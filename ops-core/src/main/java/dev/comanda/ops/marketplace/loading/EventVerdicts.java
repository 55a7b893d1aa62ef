package dev.comanda.ops.marketplace.loading;

import static dev.comanda.sql.ingest.Tables.EVENT_IDENTITY;
import static dev.comanda.sql.work.Tables.REPEATED_KEY;
import static dev.comanda.sql.work.Tables.STAGED_EVENT;
import static dev.comanda.sql.work.Tables.VERDICT;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Record4;
import org.jooq.Select;
import org.jooq.Table;

/**
 * Decides on a load's events as one read after the other would be: of two that conflict, the first one stands, and an id
 * whose event was refused is free again. All but a handful are decided as a set, by what is known; only new events of one load that
 * share an identity or a business id with another are gone through one by one, in the order of their lines.
 */
final class EventVerdicts {

    private static final String UNDECIDED = "UNDECIDED";

    private final DSLContext sql;

    EventVerdicts(DSLContext sql) {
        this.sql = sql;
    }

    void decide(Select<Record2<Long, UUID>> knownFacts) {
        int repeated = findRepeatedKeys();
        decideAgainstWhatIsKnown(knownFacts);
        if (repeated > 0) {
            nameRepresentatives();
            decideAmongThemselves();
            sql.update(VERDICT)
                    .set(VERDICT.VERDICT_, Verdict.ACCEPTED.name())
                    .where(VERDICT.VERDICT_.eq(UNDECIDED).and(VERDICT.LINE.eq(VERDICT.REPRESENTATIVE)))
                    .execute();
            decideRepeats();
        }
        // Those who join it plan by what it says.
        sql.execute("analyze pg_temp.verdict");
    }

    private int findRepeatedKeys() {
        int repeated = 0;
        for (Field<UUID> key : List.of(STAGED_EVENT.IDENTITY, STAGED_EVENT.BUSINESS)) {
            repeated += sql.insertInto(REPEATED_KEY)
                    .select(select(key).from(STAGED_EVENT).groupBy(key).having(count().gt(1)))
                    .execute();
        }
        sql.execute("analyze pg_temp.repeated_key");
        return repeated;
    }

    private static Condition sharesItsKey() {
        return STAGED_EVENT
                .IDENTITY
                .in(select(REPEATED_KEY.KEY).from(REPEATED_KEY))
                .or(STAGED_EVENT.BUSINESS.in(select(REPEATED_KEY.KEY).from(REPEATED_KEY)));
    }

    private void decideAgainstWhatIsKnown(Select<Record2<Long, UUID>> knownFacts) {
        Table<?> known = knownFacts.asTable("known", "line", "content");
        Field<Long> knownLine = field(name("known", "line"), Long.class);
        Field<UUID> knownContent = field(name("known", "content"), UUID.class);
        Field<String> verdict = when(EVENT_IDENTITY.CONTENT.eq(STAGED_EVENT.CONTENT), inline(Verdict.DUPLICATE.name()))
                .when(EVENT_IDENTITY.CONTENT.isNotNull(), inline(Verdict.CONFLICT.name()))
                .when(knownContent.eq(STAGED_EVENT.CONTENT), inline(Verdict.DUPLICATE.name()))
                .when(knownContent.isNotNull(), inline(Verdict.CONFLICT.name()))
                .when(sharesItsKey(), inline(UNDECIDED))
                .otherwise(inline(Verdict.ACCEPTED.name()));
        sql.insertInto(VERDICT)
                .select(select(STAGED_EVENT.LINE, STAGED_EVENT.LINE, verdict)
                        .from(STAGED_EVENT)
                        .leftJoin(EVENT_IDENTITY)
                        .on(EVENT_IDENTITY.IDENTITY.eq(STAGED_EVENT.IDENTITY))
                        .leftJoin(known)
                        .on(knownLine.eq(STAGED_EVENT.LINE)))
                .execute();
    }

    /** The first of the lines that say the same. */
    private void nameRepresentatives() {
        Table<?> first = select(
                        STAGED_EVENT.LINE.as("line"),
                        min(STAGED_EVENT.LINE)
                                .over()
                                .partitionBy(STAGED_EVENT.IDENTITY, STAGED_EVENT.BUSINESS, STAGED_EVENT.CONTENT)
                                .as("first"))
                .from(STAGED_EVENT)
                .where(sharesItsKey())
                .asTable("same");
        Field<Long> line = field(name("same", "line"), Long.class);
        Field<Long> representative = field(name("same", "first"), Long.class);
        sql.update(VERDICT)
                .set(VERDICT.REPRESENTATIVE, representative)
                .from(first)
                .where(VERDICT.LINE.eq(line).and(representative.ne(line)))
                .execute();
    }

    private void decideAmongThemselves() {
        Table<?> candidates = select(
                        STAGED_EVENT.LINE,
                        STAGED_EVENT.IDENTITY,
                        STAGED_EVENT.BUSINESS,
                        STAGED_EVENT.CONTENT,
                        count().over().partitionBy(STAGED_EVENT.IDENTITY).as("of_identity"),
                        count().over().partitionBy(STAGED_EVENT.BUSINESS).as("of_business"))
                .from(STAGED_EVENT)
                .join(VERDICT)
                .on(VERDICT.LINE.eq(STAGED_EVENT.LINE))
                .where(VERDICT.VERDICT_.eq(UNDECIDED).and(VERDICT.LINE.eq(VERDICT.REPRESENTATIVE)))
                .asTable("candidates");
        Field<Long> line = field(name("candidates", "line"), Long.class);
        List<Record4<Long, UUID, UUID, UUID>> colliding = sql.select(
                        line,
                        field(name("candidates", "identity"), UUID.class),
                        field(name("candidates", "business"), UUID.class),
                        field(name("candidates", "content"), UUID.class))
                .from(candidates)
                .where("of_identity > 1 or of_business > 1")
                .orderBy(line)
                .fetch();
        Map<UUID, UUID> taken = new HashMap<>();
        List<Long> lines = new ArrayList<>();
        List<String> verdicts = new ArrayList<>();
        for (Record4<Long, UUID, UUID, UUID> event : colliding) {
            lines.add(event.value1());
            verdicts.add(decide(event.value2(), event.value3(), event.value4(), taken)
                    .name());
        }
        record(lines, verdicts);
    }

    private static Verdict decide(UUID identity, UUID business, UUID content, Map<UUID, UUID> taken) {
        UUID before = taken.containsKey(identity) ? taken.get(identity) : taken.get(business);
        if (before == null) {
            taken.put(identity, content);
            taken.put(business, content);
            return Verdict.ACCEPTED;
        }
        return before.equals(content) ? Verdict.DUPLICATE : Verdict.CONFLICT;
    }

    private void record(List<Long> lines, List<String> verdicts) {
        if (lines.isEmpty()) {
            return;
        }
        sql.execute(
                "update pg_temp.verdict v set verdict = given.verdict"
                        + " from unnest(?::bigint[], ?::text[]) as given (line, verdict) where v.line = given.line",
                lines.toArray(Long[]::new),
                verdicts.toArray(String[]::new));
    }

    /** A line that says again what its representative said repeats it where that was taken, and conflicts where it did. */
    private void decideRepeats() {
        var representative = VERDICT.as("representative");
        sql.update(VERDICT)
                .set(
                        VERDICT.VERDICT_,
                        when(representative.VERDICT_.eq(Verdict.CONFLICT.name()), inline(Verdict.CONFLICT.name()))
                                .otherwise(inline(Verdict.DUPLICATE.name())))
                .from(representative)
                .where(representative.LINE.eq(VERDICT.REPRESENTATIVE))
                .and(VERDICT.LINE.ne(VERDICT.REPRESENTATIVE))
                .execute();
    }
}
