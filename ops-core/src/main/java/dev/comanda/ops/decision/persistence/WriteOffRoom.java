package dev.comanda.ops.decision.persistence;

import static dev.comanda.sql.policy.Tables.WRITE_OFF_DAY;
import static dev.comanda.sql.policy.Tables.WRITE_OFF_LIMIT;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;

/**
 * How much policies may still write off on the date. The schema holds the limits; this keeps the night from running into them, and
 * lets a case that finds no room wait for the next day.
 */
final class WriteOffRoom {

    static final String AUTHORITY = "POLICY";

    private record Purse(short legalEntity, String currency) {}

    private record Limit(BigDecimal perCase, BigDecimal perDay) {}

    private final Map<String, Limit> limits;
    private final Map<Purse, BigDecimal> used;

    private WriteOffRoom(Map<String, Limit> limits, Map<Purse, BigDecimal> used) {
        this.limits = limits;
        this.used = used;
    }

    static WriteOffRoom on(Night night) {
        DSLContext sql = night.sql();
        return new WriteOffRoom(
                sql.selectFrom(WRITE_OFF_LIMIT)
                        .where(WRITE_OFF_LIMIT.AUTHORITY.eq(AUTHORITY))
                        .fetchMap(row -> row.getCurrency(), row -> new Limit(row.getPerCase(), row.getPerDay())),
                new HashMap<>(sql.selectFrom(WRITE_OFF_DAY)
                        .where(WRITE_OFF_DAY.BUSINESS_DATE.eq(night.businessDate()))
                        .and(WRITE_OFF_DAY.AUTHORITY.eq(AUTHORITY))
                        .fetchMap(row -> new Purse(row.getLegalEntityId(), row.getCurrency()), row -> row.getUsed())));
    }

    /** Takes the case's amount from the day's room, if it is no more than is left and than one case may have. */
    boolean take(OpenQuestion question) {
        String currency = question.circumstances().currency();
        Limit limit = limits.get(currency);
        if (limit == null || question.amount().compareTo(limit.perCase()) > 0) {
            return false;
        }
        Purse purse = new Purse(question.legalEntityId(), currency);
        BigDecimal after = used.getOrDefault(purse, BigDecimal.ZERO).add(question.amount());
        if (after.compareTo(limit.perDay()) > 0) {
            return false;
        }
        used.put(purse, after);
        return true;
    }
}
