package dev.comanda.batch.simulator;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the {@code expected.json} of several nights. */
final class ExceptionFile {

    private ExceptionFile() {}

    static void write(Path file, SimulatedNights nights, Exceptions exceptions, ExpectationFile.EventCounts events)
            throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("{\"date\":\"" + nights.date() + "\",\"days\":" + nights.count() + ",\"seed\":" + nights.seed()
                    + ",\"ordersPerDay\":" + nights.ordersPerDay() + ",\n\"exceptions\":[");
            String separator = "\n";
            for (ExpectedException exception : exceptions.sorted()) {
                out.write(separator + json(exception));
                separator = ",\n";
            }
            out.write("],\n\"events\":{\"distinct\":" + events.distinct() + ",\"duplicates\":" + events.duplicates()
                    + ",\"rejected\":" + events.rejected() + "}}\n");
        }
    }

    private static String json(ExpectedException exception) {
        ExpectedException.Item item = exception.item();
        return "{" + member("case", exception.planted().name())
                + "," + member("reconciliation", exception.where())
                + "," + member("cause", exception.cause())
                + ",\"left\":" + ExpectationFile.array(item.left())
                + ",\"right\":" + ExpectationFile.array(item.right())
                + "," + member("leftAmount", item.leftAmount())
                + "," + member("rightAmount", item.rightAmount())
                + "," + member("currency", item.currency())
                + "," + member("amount", exception.atStake())
                + "," + member("decision", exception.decision().name())
                + "," + member("owner", exception.owner())
                + "," + member("raisedOn", exception.nights().raised())
                + "," + member("endsOn", exception.nights().ends()) + "}";
    }

    private static String member(String name, String value) {
        return ExpectationFile.quoted(name) + ":" + ExpectationFile.quoted(value);
    }
}
