package dev.comanda.ops.casework;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * How soon a case must be looked at, by the money at stake and by its age; each with the business hours that people have for it.
 * Amounts are those of the case's own currency.
 */
public enum Priority {
    URGENT(1, Duration.ofHours(4), new BigDecimal("10000.00")),
    HIGH(2, Duration.ofHours(9), new BigDecimal("1000.00")),
    NORMAL(3, Duration.ofHours(27), new BigDecimal("100.00")),
    LOW(4, Duration.ofHours(45), BigDecimal.ZERO);

    /** So many business days of age make a case one level more urgent. */
    public static final int BUSINESS_DAYS_PER_LEVEL = 5;

    private final short level;
    private final Duration serviceLevel;
    private final BigDecimal from;

    Priority(int level, Duration serviceLevel, BigDecimal from) {
        this.level = (short) level;
        this.serviceLevel = serviceLevel;
        this.from = from;
    }

    /** 1 for the most urgent, 4 for the least. */
    public short level() {
        return level;
    }

    /** The working time from the handing over to the due moment. */
    public Duration serviceLevel() {
        return serviceLevel;
    }

    /** The least amount at stake that makes a new case one of this priority. */
    public BigDecimal from() {
        return from;
    }

    public static Priority ofLevel(int level) {
        return List.of(values()).get(level - 1);
    }

    /**
     * @param amount at stake, not negative
     * @param ageInBusinessDays since the case was opened
     */
    public static Priority of(BigDecimal amount, int ageInBusinessDays) {
        int level = List.of(values()).stream()
                .filter(each -> amount.compareTo(each.from) >= 0)
                .mapToInt(Priority::level)
                .min()
                .orElse(LOW.level);
        return ofLevel(Math.max(1, level - ageInBusinessDays / BUSINESS_DAYS_PER_LEVEL));
    }
}
