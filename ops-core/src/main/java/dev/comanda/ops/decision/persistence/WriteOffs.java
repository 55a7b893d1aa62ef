package dev.comanda.ops.decision.persistence;

import static dev.comanda.sql.policy.Tables.WRITE_OFF;
import static dev.comanda.sql.policy.Tables.WRITE_OFF_DAY;
import static dev.comanda.sql.policy.Tables.WRITE_OFF_LIMIT;

import dev.comanda.ops.decision.CaseResolutions.Limit;
import dev.comanda.sql.casework.tables.records.WorkCaseRecord;
import dev.comanda.sql.policy.tables.records.WriteOffDayRecord;
import dev.comanda.sql.policy.tables.records.WriteOffLimitRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jooq.DSLContext;

/** What people write off on a date. The schema refuses what is beyond a limit; asking before gives the refusal its words. */
record WriteOffs(DSLContext sql, LocalDate businessDate) {

    /** By whose right something is written off. */
    enum Authority {
        OPERATOR,
        FOUR_EYES
    }

    /** The limit for the case's currency; its day stays locked, so that what is left of it is still left when it is booked. */
    Optional<Limit> limit(Authority authority, WorkCaseRecord item) {
        return limitRow(authority, item).map(limit -> {
            sql.insertInto(WRITE_OFF_DAY)
                    .set(WRITE_OFF_DAY.BUSINESS_DATE, businessDate)
                    .set(WRITE_OFF_DAY.LEGAL_ENTITY_ID, item.getLegalEntityId())
                    .set(WRITE_OFF_DAY.AUTHORITY, authority.name())
                    .set(WRITE_OFF_DAY.CURRENCY, item.getCurrency())
                    .set(WRITE_OFF_DAY.PER_DAY, limit.getPerDay())
                    .onConflictDoNothing()
                    .execute();
            WriteOffDayRecord day = sql.selectFrom(WRITE_OFF_DAY)
                    .where(
                            WRITE_OFF_DAY.BUSINESS_DATE.eq(businessDate),
                            WRITE_OFF_DAY.LEGAL_ENTITY_ID.eq(item.getLegalEntityId()),
                            WRITE_OFF_DAY.AUTHORITY.eq(authority.name()),
                            WRITE_OFF_DAY.CURRENCY.eq(item.getCurrency()))
                    .forUpdate()
                    .fetchSingle();
            boolean ofDay = item.getAmount().compareTo(limit.getPerCase()) <= 0
                    && day.getUsed().add(item.getAmount()).compareTo(day.getPerDay()) > 0;
            return new Limit(item.getCurrency(), limit.getPerCase(), day.getPerDay(), day.getUsed(), ofDay);
        });
    }

    private Optional<WriteOffLimitRecord> limitRow(Authority authority, WorkCaseRecord item) {
        return sql.selectFrom(WRITE_OFF_LIMIT)
                .where(WRITE_OFF_LIMIT.AUTHORITY.eq(authority.name()), WRITE_OFF_LIMIT.CURRENCY.eq(item.getCurrency()))
                .fetchOptional();
    }

    static boolean allows(Limit limit, BigDecimal amount) {
        return !limit.ofDay() && amount.compareTo(limit.perCase()) <= 0;
    }

    void book(Authority authority, Limit limit, WorkCaseRecord item) {
        sql.insertInto(WRITE_OFF)
                .set(WRITE_OFF.CASE_ID, item.getCaseId())
                .set(WRITE_OFF.BUSINESS_DATE, businessDate)
                .set(WRITE_OFF.LEGAL_ENTITY_ID, item.getLegalEntityId())
                .set(WRITE_OFF.AUTHORITY, authority.name())
                .set(WRITE_OFF.CURRENCY, item.getCurrency())
                .set(WRITE_OFF.OPEN_AMOUNT, item.getAmount())
                .set(WRITE_OFF.PER_CASE, limit.perCase())
                .execute();
    }
}
