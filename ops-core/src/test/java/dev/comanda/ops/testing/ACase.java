package dev.comanda.ops.testing;

import static dev.comanda.sql.casework.Tables.WORK_CASE;
import static dev.comanda.sql.identity.Tables.APP_USER;
import static dev.comanda.sql.identity.Tables.USER_ROLE;
import static dev.comanda.sql.reconciliation.Tables.BREAK;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** A case as a night leaves it: open for people, of 100.00 BRL, due on 24 November 2026 at noon UTC. */
public final class ACase {

    private final String kind;
    private final String cause;
    private final String subject;
    private BigDecimal amount = new BigDecimal("100.00");
    private @Nullable String currency = "BRL";
    private String owner = "PAYMENTS";
    private String status = "OPEN";
    private Instant dueAt = Instant.parse("2026-11-24T12:00:00Z");
    private LocalDate openedOn = LocalDate.of(2026, 11, 20);
    private int priority = 3;
    private @Nullable String resolution;
    private @Nullable UUID named;

    private ACase(String kind, String cause, String subject) {
        this.kind = kind;
        this.cause = cause;
        this.subject = subject;
    }

    public static ACase ofBreak(String type, String subject) {
        return new ACase("BREAK", type, subject);
    }

    public static ACase ofFinding(String law, String subject) {
        return new ACase("FINDING", law, subject);
    }

    public static ACase ofReject(String reason, String path) {
        return new ACase("REJECT", reason, path).withoutMoney();
    }

    public ACase worth(String value, String ofCurrency) {
        amount = new BigDecimal(value);
        currency = ofCurrency;
        return this;
    }

    public ACase withoutMoney() {
        amount = BigDecimal.ZERO;
        currency = null;
        return this;
    }

    public ACase of(String team) {
        owner = team;
        return this;
    }

    public ACase dueAt(String moment) {
        dueAt = Instant.parse(moment);
        return this;
    }

    public ACase openedOn(String date) {
        openedOn = LocalDate.parse(date);
        return this;
    }

    public ACase ofPriority(int level) {
        priority = level;
        return this;
    }

    public ACase withId(String id) {
        named = UUID.fromString(id);
        return this;
    }

    public ACase waiting() {
        status = "WAITING";
        return this;
    }

    public ACase closedWith(String action) {
        status = "CLOSED";
        resolution = action;
        return this;
    }

    public UUID insert(DSLContext database) {
        UUID key = UUID.nameUUIDFromBytes((cause + "|" + subject).getBytes(StandardCharsets.UTF_8));
        UUID id = named == null
                ? UUID.nameUUIDFromBytes((key + "|" + openedOn + status).getBytes(StandardCharsets.UTF_8))
                : named;
        boolean isClosed = status.equals("CLOSED");
        database.insertInto(WORK_CASE)
                .set(WORK_CASE.CASE_ID, id)
                .set(WORK_CASE.LEGAL_ENTITY_ID, (short) 1)
                .set(WORK_CASE.KIND, kind)
                .set(WORK_CASE.CAUSE, cause)
                .set(WORK_CASE.SUBJECT, subject)
                .set(WORK_CASE.SUBJECT_KEY, key)
                .set(WORK_CASE.RECONCILIATION, kind.equals("BREAK") ? subject.split(":", 2)[0] : null)
                .set(WORK_CASE.OPENED_ON, openedOn)
                .set(WORK_CASE.OPENED_AT, openedOn.plusDays(1).atTime(6, 0).atOffset(ZoneOffset.UTC))
                .set(WORK_CASE.CURRENCY, currency)
                .set(WORK_CASE.AMOUNT, amount)
                .set(WORK_CASE.STATUS, status)
                .set(WORK_CASE.OWNER, owner)
                .set(WORK_CASE.PRIORITY, (short) priority)
                .set(WORK_CASE.DUE_AT, status.equals("OPEN") ? dueAt.atOffset(ZoneOffset.UTC) : null)
                .set(WORK_CASE.RESOLUTION, resolution)
                .set(
                        WORK_CASE.CLOSED_AT,
                        isClosed ? openedOn.plusDays(1).atTime(6, 0).atOffset(ZoneOffset.UTC) : null)
                .set(WORK_CASE.CLOSED_ON, isClosed ? openedOn : null)
                .execute();
        return id;
    }

    /** A break of payments that the case is about. */
    public static long breakOf(DSLContext database, UUID id, String left) {
        return database.insertInto(BREAK)
                .set(BREAK.DEFINITION_ID, (short) 1)
                .set(BREAK.TYPE, "UNPAID_ORDER")
                .set(BREAK.RAISED_ON, LocalDate.of(2026, 11, 20))
                .set(BREAK.CURRENCY, "BRL")
                .set(BREAK.LEFT_AMOUNT, new BigDecimal(left))
                .set(BREAK.DIGEST, UUID.nameUUIDFromBytes(id.toString().getBytes(StandardCharsets.UTF_8)))
                .set(BREAK.CASE_ID, id)
                .returningResult(BREAK.BREAK_ID)
                .fetchSingle()
                .value1();
    }

    /** Takes all cases away with what was decided on them, but for what the ledger keeps for ever. */
    public static void forgetAll(DSLContext database) {
        database.execute(
                """
                truncate casework.entry, casework.attachment;
                delete from policy.write_off;
                delete from policy.write_off_day;
                delete from approval.request;
                delete from reconciliation.break;
                delete from casework.work_case;
                """);
    }

    /** Somebody who can sign in with the password {@code secret}. */
    public static void person(DSLContext database, String username, String... roles) {
        database.insertInto(APP_USER)
                .set(APP_USER.USERNAME, username)
                .set(APP_USER.DISPLAY_NAME, username)
                .set(APP_USER.PASSWORD_HASH, "{noop}secret")
                .execute();
        for (String role : roles) {
            database.insertInto(USER_ROLE)
                    .set(USER_ROLE.USERNAME, username)
                    .set(USER_ROLE.ROLE, role)
                    .execute();
        }
    }
}
