package dev.comanda.batch.simulator;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes {@code expected.json}. All its text is ids, paths, decimals and names of ours, so that nothing needs
 * escaping.
 */
final class ExpectationFile {

    /** What was asked for. */
    record Request(LocalDate date, int orders, long seed) {}

    /** What a night must count in the events. */
    record EventCounts(long distinct, long duplicates, long rejected, long ignored) {}

    private ExpectationFile() {}

    static void write(Path file, Request request, Expectation expectation, EventCounts events) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("{\"date\":" + quoted(request.date().toString()) + ",\"seed\":" + request.seed() + ",\"orders\":"
                    + request.orders() + ",\n\"reconciliations\":{");
            String separator = "\n";
            for (Reconciliation reconciliation : Reconciliation.values()) {
                out.write(separator + quoted(reconciliation.wireName()) + ":");
                write(out, expectation.outcomeOf(reconciliation));
                separator = ",\n";
            }
            out.write("},\n\"findings\":[");
            separator = "\n";
            for (ExpectedFinding finding : expectation.findings()) {
                out.write(separator + json(finding));
                separator = ",\n";
            }
            out.write("],\n\"events\":{\"distinct\":" + events.distinct() + ",\"duplicates\":" + events.duplicates()
                    + ",\"rejected\":" + events.rejected() + ",\"ignored\":" + events.ignored() + "}}\n");
        }
    }

    private static void write(Writer out, Expectation.Outcome outcome) throws IOException {
        out.write("{\"breaks\":[");
        String separator = "\n";
        for (ExpectedBreak planted : outcome.breaks()) {
            out.write(separator + json(planted));
            separator = ",\n";
        }
        out.write("],\"matched\":{");
        separator = "";
        for (Map.Entry<String, Long> rule : outcome.matched().entrySet()) {
            out.write(separator + quoted(rule.getKey()) + ":" + rule.getValue());
            separator = ",";
        }
        out.write("},\"inTransit\":{\"left\":" + outcome.leftInTransit() + ",\"right\":" + outcome.rightInTransit()
                + "}}");
    }

    private static String json(ExpectedBreak planted) {
        return "{\"type\":" + quoted(planted.type().name()) + ",\"left\":" + array(planted.left()) + ",\"right\":"
                + array(planted.right()) + ",\"leftAmount\":" + quoted(planted.leftAmount()) + ",\"rightAmount\":"
                + quoted(planted.rightAmount()) + ",\"currency\":" + quoted(planted.currency()) + "}";
    }

    private static String json(ExpectedFinding finding) {
        return "{\"law\":" + quoted(finding.law()) + ",\"ref\":" + quoted(finding.ref()) + ",\"expected\":"
                + quoted(finding.expected()) + ",\"actual\":" + quoted(finding.actual()) + ",\"currency\":"
                + quoted(finding.currency()) + "}";
    }

    static String array(List<String> references) {
        return references.stream().sorted().map(ExpectationFile::quoted).collect(Collectors.joining(",", "[", "]"));
    }

    static String quoted(String plain) {
        return "\"" + plain + "\"";
    }
}
