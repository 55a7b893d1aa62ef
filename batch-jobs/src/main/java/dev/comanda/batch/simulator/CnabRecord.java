package dev.comanda.batch.simulator;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/** A record of 240 positions, counted from 1, blank where nothing is put. */
final class CnabRecord {

    private static final int LENGTH = 240;

    private final char[] positions = new char[LENGTH];

    CnabRecord() {
        Arrays.fill(positions, ' ');
    }

    CnabRecord put(int position, String text) {
        text.getChars(0, text.length(), positions, position - 1);
        return this;
    }

    byte[] bytes() {
        return (new String(positions) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    static String digits(long number, int width) {
        return new Line().padded(number, width).toString();
    }

    static String date(long day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        return digits(date.getDayOfMonth(), 2) + digits(date.getMonthValue(), 2) + digits(date.getYear(), 4);
    }
}
