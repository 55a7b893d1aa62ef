package dev.comanda.web.look;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.Currency;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Writes values as the reader's language does; templates call it as {@code @shown}. */
@Component
public class Shown {

    private static final int FRACTION_MIN = 2;
    private static final int FRACTION_MAX = 12;
    private static final int BYTES_MAX = 2048;
    private static final String NOTHING = "—";

    private final ZoneId zone;
    private final Clock clock;

    public Shown(@Value("${comanda.zone:America/Sao_Paulo}") String zone, Clock clock) {
        this.zone = ZoneId.of(zone);
        this.clock = clock;
    }

    /** An amount at its currency's decimals, or more where it has more; nothing where it has no currency. */
    public String money(@Nullable BigDecimal amount, @Nullable String currency) {
        if (amount == null || currency == null || currency.isEmpty()) {
            return NOTHING;
        }
        Optional<Currency> known = currencyNamed(currency);
        if (known.isEmpty()) {
            return amount(amount) + " " + currency;
        }
        NumberFormat format = NumberFormat.getCurrencyInstance(locale());
        format.setCurrency(known.get());
        return written(format, Math.max(0, known.get().getDefaultFractionDigits()), amount);
    }

    /** The same at its currency's decimals, half to even; what is less than these show, and not 0, keeps all of its digits. */
    public String rounded(@Nullable BigDecimal amount, @Nullable String currency) {
        if (amount == null || currency == null) {
            return NOTHING;
        }
        int digits = currencyNamed(currency)
                .map(known -> Math.max(0, known.getDefaultFractionDigits()))
                .orElse(FRACTION_MIN);
        BigDecimal rounded = amount.setScale(digits, RoundingMode.HALF_EVEN);
        return money(rounded.signum() == 0 ? amount : rounded, currency);
    }

    /** Currencies come from files: what is none of ISO 4217 is shown as it was written. */
    private static Optional<Currency> currencyNamed(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getCurrencyCode().equals(code))
                .findFirst();
    }

    public String amount(@Nullable BigDecimal amount) {
        return amount == null ? NOTHING : written(NumberFormat.getNumberInstance(locale()), FRACTION_MIN, amount);
    }

    private static String written(NumberFormat format, int fractionMin, BigDecimal amount) {
        format.setMinimumFractionDigits(fractionMin);
        format.setMaximumFractionDigits(FRACTION_MAX);
        return format.format(amount).replace('-', '\u2212');
    }

    public String count(long count) {
        return NumberFormat.getIntegerInstance(locale()).format(count);
    }

    /** A part of a whole in percent; only the whole itself is shown as 100 %. */
    public String share(long part, long whole) {
        if (whole == 0) {
            return NOTHING;
        }
        NumberFormat format = NumberFormat.getPercentInstance(locale());
        format.setMaximumFractionDigits(1);
        format.setRoundingMode(RoundingMode.DOWN);
        return format.format(BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 6, RoundingMode.DOWN));
    }

    /** A moment in the zone that the foot of the page names. */
    public String time(@Nullable Instant time) {
        return time == null ? NOTHING : local(time.atZone(zone));
    }

    /** A moment of a process that kept no zone. */
    public String localTime(@Nullable LocalDateTime time) {
        return time == null ? NOTHING : local(time);
    }

    private static String local(TemporalAccessor time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.MEDIUM)
                .localizedBy(locale())
                .format(time);
    }

    /** How long it took, or takes until now. */
    public String duration(@Nullable Instant from, @Nullable Instant to) {
        return from == null ? NOTHING : written(Duration.between(from, to == null ? clock.instant() : to));
    }

    /** How long it took; nothing where it has not ended. */
    public String localDuration(@Nullable LocalDateTime from, @Nullable LocalDateTime to) {
        return from == null || to == null ? NOTHING : written(Duration.between(from, to));
    }

    private static String written(Duration duration) {
        Duration shown = duration.isNegative() ? Duration.ZERO : duration;
        if (shown.toHours() > 0) {
            return "%d h %02d min".formatted(shown.toHours(), shown.toMinutesPart());
        }
        return shown.toMinutes() > 0
                ? "%d min %02d s".formatted(shown.toMinutes(), shown.toSecondsPart())
                : "%d s".formatted(shown.toSeconds());
    }

    /** The zone of all times, with its distance from UTC now. */
    public String zone() {
        return zone + " (UTC"
                + DateTimeFormatter.ofPattern("xxx", Locale.ROOT)
                        .format(clock.instant().atZone(zone)) + ")";
    }

    public String date(@Nullable LocalDate date) {
        return date == null
                ? NOTHING
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .localizedBy(locale())
                        .format(date);
    }

    public String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLLL uuuu", locale()).format(month);
    }

    /** Bytes as text, what is no text replaced by the replacement character. */
    public String text(byte[] bytes) {
        return new String(firstOf(bytes), StandardCharsets.UTF_8);
    }

    public String hex(byte[] bytes) {
        return HexFormat.ofDelimiter(" ").formatHex(firstOf(bytes));
    }

    private static byte[] firstOf(byte[] bytes) {
        return Arrays.copyOf(bytes, Math.min(bytes.length, BYTES_MAX));
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
