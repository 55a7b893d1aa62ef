package dev.comanda.batch.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** How often each case occurs and how it is rightly decided, as {@code rates.csv} has it. */
final class ExceptionRates {

    private static final String FILE = "rates.csv";
    private static final String SEPARATOR = ",";
    private static final int COLUMNS = 6;
    private static final int PER = 100_000;
    private static final String IN_THE_MONTH = "MONTH";
    private static final String OF_THE_PARTY = "OF_THE_PARTY";

    private final Map<ExceptionCase, Rate> rates;
    private final int times;

    /** A line of the file; one of the month is a plain count. */
    private record Rate(int rate, String of, Decision decision, String owner) {}

    private ExceptionRates(Map<ExceptionCase, Rate> rates, int times) {
        this.rates = rates;
        this.times = times;
    }

    /** The rates of the file, those that are not counts of the month so many times as high. */
    static ExceptionRates timesAsOften(int times) throws IOException {
        Map<ExceptionCase, Rate> rates = new EnumMap<>(ExceptionCase.class);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ExceptionRates.class.getResourceAsStream(FILE), FILE),
                StandardCharsets.UTF_8))) {
            lines.lines().skip(1).map(line -> line.split(SEPARATOR, COLUMNS)).forEach(cells -> {
                String[] of = cells[2].split(" ", 2);
                Rate rate =
                        new Rate(Integer.parseInt(cells[1]), of[of.length - 1], Decision.valueOf(cells[3]), cells[4]);
                rates.put(ExceptionCase.valueOf(cells[0]), rate);
            });
        }
        return new ExceptionRates(rates, times);
    }

    /** How many of so many things carry the case: one at least, so that nothing is never seen. */
    int count(ExceptionCase planted, long things) {
        Rate rate = of(planted);
        if (rate.of().equals(IN_THE_MONTH)) {
            return rate.rate();
        }
        return (int) Math.max(1, (things * rate.rate() * times + PER / 2) / PER);
    }

    Decision decision(ExceptionCase planted) {
        return of(planted).decision();
    }

    /** The team of what a person decides, empty where none does. */
    String owner(ExceptionCase planted, Reconciliation where) {
        String owner = of(planted).owner();
        if (!owner.equals(OF_THE_PARTY)) {
            return owner;
        }
        return where == Reconciliation.COURIER_PAYOUT ? "COURIER_PAYOUTS" : "RESTAURANT_PAYOUTS";
    }

    private Rate of(ExceptionCase planted) {
        return Objects.requireNonNull(rates.get(planted), () -> planted + " has no line in " + FILE);
    }
}
