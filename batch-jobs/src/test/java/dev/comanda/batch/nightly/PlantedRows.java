package dev.comanda.batch.nightly;

import dev.comanda.ops.reconciliation.Reconciliation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What a night exports and what {@code expected.json} says of it, in the same form. */
final class PlantedRows {

    private PlantedRows() {}

    static List<String[]> exported(NightOnDatabase night, Reconciliation reconciliation, LocalDate date) {
        return night.export(reconciliation, date).stream()
                .map(line -> line.split(",", -1))
                .toList();
    }

    static List<String> breaks(List<String[]> rows) {
        return rows.stream()
                .filter(row -> row[0].equals("BREAK"))
                .map(row -> String.join(" ", row[1], row[3], row[4], row[5], row[6], row[7]))
                .toList();
    }

    static String breakOf(String type, JsonNode planted) {
        return String.join(
                " ",
                type,
                joined(planted.get("left")),
                joined(planted.get("right")),
                planted.get("leftAmount").asString(),
                planted.get("rightAmount").asString(),
                planted.get("currency").asString());
    }

    static List<String> findings(NightOnDatabase night, LocalDate date) {
        return night.findings(date).stream()
                .map(line -> line.split(",", -1))
                .map(cells -> finding(cells[0], cells[1], cells[2], cells[3]))
                .toList();
    }

    static String finding(String law, String ref, String expected, String actual) {
        return String.join(" ", law, ref, plain(expected), plain(actual));
    }

    static void compare(String what, List<String> found, List<String> wanted, List<String> differences) {
        List<String> missing = new ArrayList<>(wanted);
        found.forEach(missing::remove);
        List<String> surplus = new ArrayList<>(found);
        wanted.forEach(surplus::remove);
        if (!missing.isEmpty() || !surplus.isEmpty()) {
            differences.add("%s: lacks %s, has %s more".formatted(what, missing, surplus));
        }
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static String joined(JsonNode references) {
        return stream(references).map(JsonNode::asString).collect(Collectors.joining("|"));
    }

    private static String plain(String amount) {
        return new BigDecimal(amount).stripTrailingZeros().toPlainString();
    }
}
