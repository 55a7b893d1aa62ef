package dev.comanda.ops.completeness.persistence;

import static dev.comanda.sql.ingest.Tables.REACH;
import static dev.comanda.sql.jobcontrol.Tables.EXPECTATION;
import static dev.comanda.sql.jobcontrol.Tables.MISSING;
import static dev.comanda.sql.jobcontrol.Tables.SHORTFALL;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;

import dev.comanda.ops.completeness.Completeness;
import dev.comanda.ops.completeness.Expectation;
import dev.comanda.ops.completeness.Kind;
import dev.comanda.ops.completeness.Shortfall;
import dev.comanda.sql.jobcontrol.tables.records.ExpectationRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.impl.DSL;

/** Expectations and shortfalls in PostgreSQL. */
public final class JooqCompleteness implements Completeness {

    private static final Field<OffsetDateTime> TOLD_UNTIL = field(select(max(REACH.TOLD_UNTIL))
                    .from(REACH)
                    .where(REACH.KIND.eq(EXPECTATION.KIND), REACH.SUBJECT.eq(EXPECTATION.SUBJECT)))
            .as("told_until");

    private final DSLContext database;
    private final Clock clock;

    public JooqCompleteness(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void expect(Collection<Expectation> expectations) {
        database.transaction(transaction -> {
            DSLContext sql = DSL.using(transaction);
            sql.update(EXPECTATION)
                    .set(EXPECTATION.ACTIVE, false)
                    .where(not(EXPECTATION.NAME.in(
                            expectations.stream().map(Expectation::name).toList())))
                    .execute();
            sql.batch(expectations.stream().map(each -> keep(sql, each)).toList())
                    .execute();
        });
    }

    private static Query keep(DSLContext sql, Expectation expectation) {
        return sql.insertInto(EXPECTATION)
                .set(EXPECTATION.NAME, expectation.name())
                .set(EXPECTATION.KIND, expectation.kind().name())
                .set(EXPECTATION.SUBJECT, expectation.subject())
                .set(EXPECTATION.BUSINESS_DAYS, expectation.businessDays())
                .set(EXPECTATION.EXPECTED_BY, expectation.expectedBy())
                .set(EXPECTATION.LAG, (short) expectation.lag())
                .set(EXPECTATION.ACTIVE, true)
                .onConflict(EXPECTATION.NAME)
                .doUpdate()
                .setAllToExcluded();
    }

    /** An expectation that is kept, and until when its subject was told of by any source. */
    private record Expected(short id, Expectation expectation, Instant toldUntil) {

        boolean lackedOn(LocalDate date) {
            return expectation.isFor(date) && toldUntil.isBefore(expectation.neededUntil(date));
        }
    }

    @Override
    public void check(LocalDate businessDate) {
        database.transaction(transaction -> {
            DSLContext sql = DSL.using(transaction);
            // A load notes what came by updating this table: either it sees the shortfalls that are written here, or
            // they are written knowing what it told.
            sql.execute("lock table jobcontrol.shortfall in share row exclusive mode");
            Set<LocalDate> dates = new TreeSet<>(sql.selectDistinct(SHORTFALL.BUSINESS_DATE)
                    .from(SHORTFALL)
                    .where(SHORTFALL.CAME_AT.isNull())
                    .fetch(SHORTFALL.BUSINESS_DATE));
            dates.add(businessDate);
            List<Expected> expected = expected(sql);
            dates.forEach(date -> check(sql, date, expected));
        });
    }

    private static List<Expected> expected(DSLContext sql) {
        return sql.select(EXPECTATION, TOLD_UNTIL)
                .from(EXPECTATION)
                .where(EXPECTATION.ACTIVE)
                .orderBy(EXPECTATION.EXPECTATION_ID)
                .fetch(row -> new Expected(
                        row.value1().getExpectationId(),
                        expectation(row.value1()),
                        row.value2() == null ? Instant.MIN : row.value2().toInstant()));
    }

    private static Expectation expectation(ExpectationRecord row) {
        return new Expectation(
                Kind.valueOf(row.getKind()),
                row.getSubject(),
                row.getBusinessDays(),
                row.getExpectedBy(),
                row.getLag());
    }

    private void check(DSLContext sql, LocalDate date, List<Expected> expected) {
        List<Expected> lacked =
                expected.stream().filter(each -> each.lackedOn(date)).toList();
        sql.update(SHORTFALL)
                .set(SHORTFALL.CAME_AT, OffsetDateTime.now(clock))
                .where(SHORTFALL.BUSINESS_DATE.eq(date))
                .and(SHORTFALL.CAME_AT.isNull())
                .and(not(SHORTFALL.EXPECTATION_ID.in(
                        lacked.stream().map(Expected::id).toList())))
                .execute();
        List<Query> shortfalls = new ArrayList<>();
        lacked.forEach(each -> shortfalls.add(keep(sql, date, each)));
        sql.batch(shortfalls).execute();
    }

    private Query keep(DSLContext sql, LocalDate date, Expected lacked) {
        String sentence = lacked.expectation().sentence(date, clock.instant());
        OffsetDateTime neededUntil = lacked.expectation().neededUntil(date).atOffset(ZoneOffset.UTC);
        return sql.insertInto(SHORTFALL)
                .set(SHORTFALL.BUSINESS_DATE, date)
                .set(SHORTFALL.EXPECTATION_ID, lacked.id())
                .set(SHORTFALL.NOTICED_AT, OffsetDateTime.now(clock))
                .set(SHORTFALL.NEEDED_UNTIL, neededUntil)
                .set(SHORTFALL.SENTENCE, sentence)
                .onConflict(SHORTFALL.BUSINESS_DATE, SHORTFALL.EXPECTATION_ID)
                .doUpdate()
                .setNull(SHORTFALL.CAME_AT)
                .set(SHORTFALL.NEEDED_UNTIL, neededUntil)
                .set(SHORTFALL.SENTENCE, sentence);
    }

    @Override
    public List<Shortfall> missing(LocalDate businessDate) {
        return database.select(MISSING.EXPECTATION, MISSING.SENTENCE)
                .from(MISSING)
                .where(MISSING.BUSINESS_DATE.eq(businessDate))
                .orderBy(MISSING.EXPECTATION)
                .fetch(row -> new Shortfall(row.value1(), row.value2()));
    }
}
