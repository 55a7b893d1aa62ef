package dev.comanda.ops.close.persistence;

import static dev.comanda.sql.casework.Tables.WORK_CASE;
import static dev.comanda.sql.identity.Tables.APP_USER;
import static dev.comanda.sql.identity.Tables.USER_ROLE;
import static dev.comanda.sql.jobcontrol.Tables.NIGHT;
import static dev.comanda.sql.ledger.Tables.CLOSING_DATE;
import static dev.comanda.sql.ledger.Tables.SIGNED_OFF;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.trueCondition;

import dev.comanda.ops.close.Closes;
import dev.comanda.ops.close.ClosingDate;
import dev.comanda.ops.close.ClosingDate.SignOff;
import dev.comanda.ops.close.Obstacle;
import dev.comanda.ops.identity.Role;
import dev.comanda.ops.jobcontrol.NightView;
import dev.comanda.sql.audit.tables.Entry;
import dev.comanda.sql.ledger.tables.records.ClosingDateRecord;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Sign-offs in PostgreSQL, whose triggers refuse what is refused here too. */
public final class JooqCloses implements Closes {

    private static final Entry AUDIT = Entry.ENTRY;

    private final DSLContext database;
    private final Clock clock;

    public JooqCloses(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<ClosingDate> month(YearMonth month) {
        return database.selectFrom(CLOSING_DATE)
                .where(CLOSING_DATE.BUSINESS_DATE.between(month.atDay(1), month.atEndOfMonth()))
                .orderBy(CLOSING_DATE.BUSINESS_DATE.desc())
                .fetch(JooqCloses::closingDate);
    }

    @Override
    public Optional<ClosingDate> find(LocalDate businessDate) {
        return find(database, businessDate);
    }

    private static Optional<ClosingDate> find(DSLContext sql, LocalDate businessDate) {
        return sql.selectFrom(CLOSING_DATE)
                .where(CLOSING_DATE.BUSINESS_DATE.eq(businessDate))
                .fetchOptional(JooqCloses::closingDate);
    }

    @Override
    public Optional<LocalDate> lastSignedOff() {
        return Optional.ofNullable(
                database.select(max(SIGNED_OFF.BUSINESS_DATE)).from(SIGNED_OFF).fetchOne(0, LocalDate.class));
    }

    @Override
    public Optional<ClosingDate> next() {
        return next(database, trueCondition());
    }

    private static Optional<ClosingDate> next(DSLContext sql, Condition among) {
        return sql.selectFrom(CLOSING_DATE)
                .where(CLOSING_DATE.NIGHT_STATUS.eq(NightView.Status.COMPLETED.name()))
                .and(CLOSING_DATE.SIGNED_OFF_AT.isNull())
                .and(among)
                .orderBy(CLOSING_DATE.BUSINESS_DATE)
                .limit(1)
                .fetchOptional(JooqCloses::closingDate);
    }

    @Override
    public List<Obstacle> signOff(LocalDate businessDate, String person) {
        return database.transactionResult(transaction -> {
            DSLContext sql = DSL.using(transaction);
            lock(sql);
            if (!maySignOff(sql, person)) {
                return List.of(new Obstacle.NoRight());
            }
            // Whoever would start the night again waits until the sign-off stands.
            sql.select(NIGHT.STATUS)
                    .from(NIGHT)
                    .where(NIGHT.BUSINESS_DATE.eq(businessDate))
                    .forUpdate()
                    .execute();
            List<Obstacle> obstacles =
                    find(sql, businessDate).map(ClosingDate::obstacles).orElse(List.of(new Obstacle.NoNight()));
            if (obstacles.isEmpty()) {
                insert(sql, businessDate, person);
                audit(sql, businessDate, person);
            }
            return obstacles;
        });
    }

    /** The lock that a posting takes too: none of both looks at what the other is about to change. */
    private static void lock(DSLContext sql) {
        sql.execute("lock table ledger.signed_off in share row exclusive mode");
    }

    private static boolean maySignOff(DSLContext sql, String person) {
        return sql.fetchExists(sql.selectOne()
                .from(APP_USER)
                .join(USER_ROLE)
                .on(USER_ROLE.USERNAME.eq(APP_USER.USERNAME))
                .where(APP_USER.USERNAME.eq(person), APP_USER.ENABLED.isTrue())
                .and(USER_ROLE.ROLE.in(Role.APPROVER.name(), Role.ADMIN.name())));
    }

    private void insert(DSLContext sql, LocalDate businessDate, @Nullable String person) {
        sql.insertInto(SIGNED_OFF)
                .set(SIGNED_OFF.BUSINESS_DATE, businessDate)
                .set(SIGNED_OFF.SIGNED_OFF_AT, OffsetDateTime.now(clock))
                .set(SIGNED_OFF.SIGNED_OFF_BY, person)
                .execute();
    }

    private void audit(DSLContext sql, LocalDate businessDate, String person) {
        sql.insertInto(AUDIT)
                .set(AUDIT.HAPPENED_AT, OffsetDateTime.now(clock))
                .set(AUDIT.ACTOR, person)
                .set(AUDIT.ACTION, "signed off")
                .set(AUDIT.SUBJECT, businessDate.toString())
                .execute();
    }

    @Override
    public List<LocalDate> signOffBefore(LocalDate businessDate, BigDecimal largestOpenCase) {
        return database.transactionResult(transaction -> {
            DSLContext sql = DSL.using(transaction);
            lock(sql);
            List<LocalDate> signedOff = new ArrayList<>();
            Condition before = CLOSING_DATE.BUSINESS_DATE.lt(businessDate);
            Optional<ClosingDate> next = next(sql, before);
            while (next.isPresent() && isClean(sql, next.get(), largestOpenCase)) {
                LocalDate date = next.get().businessDate();
                insert(sql, date, null);
                signedOff.add(date);
                next = next(sql, before.and(CLOSING_DATE.BUSINESS_DATE.gt(date)));
            }
            return List.copyOf(signedOff);
        });
    }

    private static boolean isClean(DSLContext sql, ClosingDate date, BigDecimal largestOpenCase) {
        return date.obstacles().isEmpty()
                && !date.wasReopened()
                && !sql.fetchExists(
                        WORK_CASE,
                        WORK_CASE
                                .OPENED_ON
                                .eq(date.businessDate())
                                .and(WORK_CASE.STATUS.ne("CLOSED"))
                                .and(WORK_CASE.AMOUNT.gt(largestOpenCase)));
    }

    private static ClosingDate closingDate(ClosingDateRecord row) {
        return new ClosingDate(
                row.getBusinessDate(),
                NightView.Status.valueOf(row.getNightStatus()),
                row.getMissing(),
                row.getIsPosted(),
                row.getProofs(),
                row.getDifferingProofs(),
                row.getOpenCases(),
                row.getOpenBefore(),
                row.getWasReopened(),
                row.getSignedOffAt() == null
                        ? null
                        : new SignOff(row.getSignedOffAt().toInstant(), row.getSignedOffBy()));
    }
}
