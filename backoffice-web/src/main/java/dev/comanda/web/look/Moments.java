package dev.comanda.web.look;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says how far away a moment is, beside the moment itself; templates call it as {@code @moments}. */
@Component
public class Moments {

    private static final int HOURS_SHOWN_AS_DAYS = 48;

    private final MessageSource messages;
    private final Clock clock;
    private final ZoneId zone;

    Moments(MessageSource messages, Clock clock, @Value("${comanda.zone:America/Sao_Paulo}") String zone) {
        this.messages = messages;
        this.clock = clock;
        this.zone = ZoneId.of(zone);
    }

    /** In how much time it is, or how long ago it was, in the largest unit that tells it. */
    public String away(@Nullable Instant moment) {
        if (moment == null) {
            return "";
        }
        Duration away = Duration.between(clock.instant(), moment);
        return say(away.isNegative() ? "moment.ago" : "moment.in", amount(away.abs()));
    }

    private String amount(Duration away) {
        if (away.toHours() >= HOURS_SHOWN_AS_DAYS) {
            return say("moment.days", away.toDays());
        }
        return away.toHours() > 0 ? say("moment.hours", away.toHours()) : say("moment.minutes", away.toMinutes());
    }

    private String say(String key, Object value) {
        return messages.getMessage(key, new Object[] {value}, LocaleContextHolder.getLocale());
    }

    public boolean isPast(@Nullable Instant moment) {
        return moment != null && moment.isBefore(clock.instant());
    }

    /** Whether it is on the reader's date. */
    public boolean isToday(@Nullable Instant moment) {
        return moment != null && LocalDate.ofInstant(moment, zone).equals(LocalDate.ofInstant(clock.instant(), zone));
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
