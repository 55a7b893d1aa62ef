package dev.comanda.batch.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;

/**
 * Writes the inbox of one night: a synthetic day of a marketplace with the history it stands on, in the formats
 * of the feeds, PSPs and banks, and beside it {@code expected.json} with everything that was planted. The same
 * arguments give the same bytes.
 */
public final class MarketplaceSimulator {

    /** The most orders of one inbox, about twelve times the largest day that is foreseen. */
    public static final int ORDERS_MAX = 20_000_000;

    /** The name of the file, beside the inbox, that lists what a first night on it must find. */
    public static final String EXPECTATION_FILE = "expected.json";

    private MarketplaceSimulator() {}

    /**
     * Writes an inbox for the night of a date.
     *
     * @param orders how many orders, half of them on the date and half on the days before
     * @param output the inbox: a folder that is empty or does not exist yet
     * @return the file with what was planted
     * @throws IllegalArgumentException where an argument cannot be used; the message names it and says what can
     */
    public static Path simulate(LocalDate date, int orders, long seed, Path output) throws IOException {
        return simulate(date, orders, seed, output, SimulationVariant.plain());
    }

    /** Writes an inbox whose events are delivered as the variant says. */
    public static Path simulate(LocalDate date, int orders, long seed, Path output, SimulationVariant variant)
            throws IOException {
        checkDate(date);
        if (orders < 1 || orders > ORDERS_MAX) {
            throw new IllegalArgumentException("orders must be 1 to " + ORDERS_MAX + ", not " + orders);
        }
        Path inbox = output.toAbsolutePath().normalize();
        checkEmpty(inbox);
        Files.createDirectories(inbox);
        Path expectations = inbox.resolveSibling(EXPECTATION_FILE);
        ExpectationFile.Request request = new ExpectationFile.Request(date, orders, seed);
        new Simulation(request, inbox, variant).run(expectations);
        return expectations;
    }

    /**
     * Writes several nights in a row: in the output a folder for each date, which holds what reaches the inbox
     * before that date's night; no two hold a file of the same path.
     *
     * @param output a folder that is empty or does not exist yet
     * @return the file with what was planted, each with its right decision
     * @throws IllegalArgumentException where an argument cannot be used; the message names it and says what can
     */
    public static Path simulateNights(SimulatedNights nights, Path output) throws IOException {
        checkDate(nights.date());
        checkDate(nights.date().minusDays(nights.count()));
        Path folder = output.toAbsolutePath().normalize();
        checkEmpty(folder);
        Files.createDirectories(folder);
        Path expectations = folder.resolveSibling(EXPECTATION_FILE);
        new NightsSimulation(nights, folder).run(expectations);
        return expectations;
    }

    private static void checkDate(LocalDate date) {
        if (date.isBefore(SaoPauloTime.FIRST_DATE) || date.isAfter(SaoPauloTime.LAST_DATE)) {
            throw new IllegalArgumentException("date must be " + SaoPauloTime.FIRST_DATE + " to "
                    + SaoPauloTime.LAST_DATE + ", when Brazil has no daylight saving time, not " + date);
        }
    }

    private static void checkEmpty(Path inbox) throws IOException {
        if (!Files.exists(inbox)) {
            return;
        }
        if (!Files.isDirectory(inbox)) {
            throw new IllegalArgumentException(
                    "output " + inbox + " is a file; name a folder that is empty or does not exist yet");
        }
        try (Stream<Path> entries = Files.list(inbox)) {
            if (entries.findAny().isPresent()) {
                throw new IllegalArgumentException("output " + inbox
                        + " is not empty and what is planted would not be all that is in it; name another folder");
            }
        }
    }
}
