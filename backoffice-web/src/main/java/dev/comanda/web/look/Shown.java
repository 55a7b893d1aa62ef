package dev.comanda.web.look;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
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

    Shown(@Value("${comanda.zone:America/Sao_Paulo}") String zone) {
        this.zone = ZoneId.of(zone);
    }

    public String amount(@Nullable BigDecimal amount) {
        if (amount == null) {
            return NOTHING;
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale());
        format.setMinimumFractionDigits(FRACTION_MIN);
        format.setMaximumFractionDigits(FRACTION_MAX);
        return format.format(amount).replace('-', '\u2212');
    }

    public String count(long count) {
        return NumberFormat.getIntegerInstance(locale()).format(count);
    }

    public String time(@Nullable Instant time) {
        return time == null
                ? NOTHING
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.MEDIUM)
                                .localizedBy(locale())
                                .format(time.atZone(zone))
                        + DateTimeFormatter.ofPattern(" xxx", Locale.ROOT).format(time.atZone(zone));
    }

    public String date(@Nullable LocalDate date) {
        return date == null
                ? NOTHING
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .localizedBy(locale())
                        .format(date);
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
