package dev.comanda.batch.configuration;

import dev.comanda.ops.completeness.Expectation;
import dev.comanda.ops.completeness.Kind;
import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import dev.comanda.ops.psp.Psp;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.core.env.Environment;

/**
 * What must be there for a date ({@code comanda.expectations[...]}): exactly one of a PSP's file, an account's statement and a
 * feed.
 *
 * @param account as its statements name it
 * @param expectedBy in São Paulo, on the day after the date
 * @param businessDays whether only business days have it; files and statements do where nothing is said, feeds do not
 * @param lag in business days: how far the newest record of a PSP's file may lie before the date
 */
public record Expected(
        @Nullable Psp psp,
        @Nullable String account,
        @Nullable Feed feed,
        String expectedBy,
        @Nullable Boolean businessDays,
        @DefaultValue("0") int lag) {

    private static final String KEY = "comanda.expectations";
    private static final int MOST_DAYS = 60;

    /** The feeds, by the names that begin their events' types. */
    public enum Feed {
        ORDERING,
        RESTAURANT,
        COURIER
    }

    public Expected {
        int subjects = (psp == null ? 0 : 1) + (account == null ? 0 : 1) + (feed == null ? 0 : 1);
        if (subjects != 1) {
            throw new IllegalArgumentException(
                    "%s has an entry with %d of psp, account and feed: name exactly one in each"
                            .formatted(KEY, subjects));
        }
        time(expectedBy);
        if (lag < 0 || lag > MOST_DAYS || (lag > 0 && psp == null)) {
            throw new IllegalArgumentException("%s has the lag %d: give business days from 0 to %d, and only for a psp"
                    .formatted(KEY, lag, MOST_DAYS));
        }
    }

    /** Text, not a time: YAML takes 10:30 for the number 630 where it stands without quotes. */
    private static LocalTime time(@Nullable String written) {
        try {
            return LocalTime.parse(String.valueOf(written));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "%s has an entry with the expected-by '%s': give a time in quotes, as \"08:00\""
                            .formatted(KEY, written),
                    e);
        }
    }

    /** All that is configured. */
    public static List<Expectation> all(Environment environment) {
        List<Expectation> expectations = Binder.get(environment)
                .bind(KEY, Bindable.listOf(Expected.class), new NoUnboundElementsBindHandler(BindHandler.DEFAULT))
                .orElse(List.of())
                .stream()
                .map(Expected::expectation)
                .toList();
        Set<String> names = new HashSet<>();
        for (Expectation each : expectations) {
            if (!names.add(each.name())) {
                throw new OpsException(
                        ErrorCode.UNUSABLE_ARGUMENT, "%s names two for %s: leave one".formatted(KEY, each.name()));
            }
        }
        return expectations;
    }

    private Expectation expectation() {
        LocalTime by = time(expectedBy);
        if (psp != null) {
            return new Expectation(Kind.PSP_FILE, psp.wireName(), orElse(true), by, lag);
        }
        if (account != null) {
            return new Expectation(Kind.STATEMENT, account, orElse(true), by, 0);
        }
        String name = Objects.requireNonNull(feed).name().toLowerCase(Locale.ROOT);
        return new Expectation(Kind.FEED, name, orElse(false), by, 0);
    }

    private boolean orElse(boolean usual) {
        return businessDays == null ? usual : businessDays;
    }
}
