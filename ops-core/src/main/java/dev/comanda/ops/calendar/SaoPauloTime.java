package dev.comanda.ops.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Moments of São Paulo's days. */
public final class SaoPauloTime {

    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");

    private SaoPauloTime() {}

    /** The midnight that ends the day. */
    public static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(SAO_PAULO).toInstant();
    }

    public static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(SAO_PAULO).toInstant();
    }
}
