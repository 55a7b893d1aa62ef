package dev.comanda.batch.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One line of a file under construction, in a buffer that is used again for the next. */
final class Line {

    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};
    private static final int DATES_KEPT = 64;

    private final long[] keptDays = new long[DATES_KEPT];
    private final @Nullable String[] keptDates = new String[DATES_KEPT];
    private byte[] bytes = new byte[4_096];
    private int length;

    Line clear() {
        length = 0;
        return this;
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
    }

    /** Appends text that holds ASCII only. */
    Line text(String ascii) {
        int count = ascii.length();
        reserve(count);
        for (int index = 0; index < count; index++) {
            bytes[length + index] = (byte) ascii.charAt(index);
        }
        length += count;
        return this;
    }

    Line raw(byte[] encoded) {
        reserve(encoded.length);
        System.arraycopy(encoded, 0, bytes, length, encoded.length);
        length += encoded.length;
        return this;
    }

    Line id(Id id) {
        return text(id.prefix()).hex(id.number());
    }

    Line hex(long number) {
        reserve(16);
        for (int shift = 60; shift >= 0; shift -= 4) {
            bytes[length++] = HEX[(int) (number >>> shift) & 15];
        }
        return this;
    }

    Line number(long number) {
        if (number < 0) {
            return character('-').padded(-number, 1);
        }
        return padded(number, 1);
    }

    /** Appends a number that is not negative, with zeros before it up to the width. */
    Line padded(long number, int width) {
        int digits = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        int count = Math.max(digits, width);
        reserve(count);
        long rest = number;
        for (int index = count - 1; index >= 0; index--) {
            bytes[length + index] = HEX[(int) (rest % 10)];
            rest /= 10;
        }
        length += count;
        return this;
    }

    /** Appends an amount of hundredths as a decimal with two digits after the point. */
    Line cents(long hundredths) {
        long size = sign(hundredths);
        return padded(size / 100, 1).character('.').padded(size % 100, 2);
    }

    /** Appends an amount of ten thousandths as a decimal with four digits after the point. */
    Line tenThousandths(long amount) {
        long size = sign(amount);
        return padded(size / 10_000, 1).character('.').padded(size % 10_000, 4);
    }

    Line date(long day) {
        int slot = (int) (day & (DATES_KEPT - 1));
        String kept = keptDates[slot];
        if (kept == null || keptDays[slot] != day) {
            kept = LocalDate.ofEpochDay(day).toString();
            keptDates[slot] = kept;
            keptDays[slot] = day;
        }
        return text(kept);
    }

    /** Appends a point in time as RFC 3339 with São Paulo's offset. */
    Line offsetTime(long second) {
        return dateAndTime(second, 'T').text("-03:00");
    }

    /** Appends a point in time as RFC 3339 in UTC. */
    Line utcTime(long second) {
        return dateAndTime(second + SaoPauloTime.UTC_AHEAD_SECONDS, 'T').text(".000Z");
    }

    /** Appends date and time with a blank between them, the clock being ahead of São Paulo's by so many hours. */
    Line clockTime(long second, int hoursAhead) {
        return dateAndTime(second + (long) hoursAhead * SaoPauloTime.SECONDS_PER_HOUR, ' ');
    }

    Line character(char ascii) {
        reserve(1);
        bytes[length++] = (byte) ascii;
        return this;
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private Line dateAndTime(long second, char separator) {
        int ofDay = (int) Math.floorMod(second, (long) SaoPauloTime.SECONDS_PER_DAY);
        return date(SaoPauloTime.dayOf(second))
                .character(separator)
                .padded(ofDay / SaoPauloTime.SECONDS_PER_HOUR, 2)
                .character(':')
                .padded(ofDay / 60 % 60, 2)
                .character(':')
                .padded(ofDay % 60, 2);
    }

    private long sign(long amount) {
        if (amount < 0) {
            character('-');
        }
        return Math.abs(amount);
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
