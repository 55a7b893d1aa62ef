package dev.comanda.ops.marketplace;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The business date of an instant: its date in São Paulo.
 */
public final class BusinessDate {

    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");

    private BusinessDate() {}

    public static LocalDate of(Instant instant) {
        return LocalDate.ofInstant(instant, SAO_PAULO);
    }

    /** The first instant whose business date this is. */
    public static Instant startOf(LocalDate date) {
        return date.atStartOfDay(SAO_PAULO).toInstant();
    }
}
