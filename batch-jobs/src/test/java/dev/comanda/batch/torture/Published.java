package dev.comanda.batch.torture;

import dev.comanda.batch.nightly.NightOnDatabase;
import dev.comanda.ops.reconciliation.Reconciliation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.impl.DSL;

/**
 * Everything that a night left: its exports, its ledger, its files of the lake, and how many rows each table has, so that what is
 * double and exported nowhere is seen too.
 */
record Published(List<String> lines) {

    private static final List<String> SCHEMAS = List.of(
            "bank", "casework", "chargeback", "ingest", "ledger", "marketplace", "policy", "psp", "reconciliation");

    private static final int SHOWN = 12;

    Published {
        lines = List.copyOf(lines);
    }

    static Published of(DSLContext database, LocalDate date) {
        NightOnDatabase night = new NightOnDatabase(database);
        List<String> lines = new ArrayList<>();
        for (Reconciliation each : Reconciliation.values()) {
            add(lines, each.exportName(), night.exportWithResolutions(each, date));
        }
        add(lines, "findings", night.findings(date));
        add(lines, "decisions", night.decisions(date));
        add(lines, "journals", night.journals(date));
        add(lines, "trial balance", night.ledger().trialBalance(date));
        add(lines, "proofs", night.ledger().proofs(date));
        add(lines, "rows", rows(database));
        return new Published(lines);
    }

    Published withLake(Path lake) throws IOException {
        List<String> all = new ArrayList<>(lines);
        all.addAll(Lake.files(lake));
        return new Published(all);
    }

    /** All but the lines that begin so. */
    Published without(String beginning) {
        return new Published(
                lines.stream().filter(line -> !line.startsWith(beginning)).toList());
    }

    private static void add(List<String> lines, String what, List<?> rows) {
        lines.add(what + ": " + rows.size());
        rows.forEach(row -> lines.add(what + ": " + row));
    }

    /** Tables of ours that hold what was read, decided and posted; those of Spring Batch tell how often a night was started. */
    private static List<String> rows(DSLContext database) {
        Function<Record2<String, String>, String> counted = table -> table.value1() + "." + table.value2() + " "
                + database.fetchCount(DSL.table(DSL.name(table.value1(), table.value2())));
        return database.select(DSL.field("schemaname", String.class), DSL.field("tablename", String.class))
                .from("pg_catalog.pg_tables")
                .where(DSL.field("schemaname").in(SCHEMAS))
                .orderBy(DSL.field("schemaname"), DSL.field("tablename"))
                .fetch(counted::apply);
    }

    /** What the other has and this has not, and the other way round; empty where they are the same, line by line. */
    List<String> differencesFrom(Published expected) {
        if (lines.equals(expected.lines)) {
            return List.of();
        }
        List<String> differences = new ArrayList<>();
        without(expected.lines, lines).forEach(line -> differences.add("lacks " + line));
        without(lines, expected.lines).forEach(line -> differences.add("has " + line));
        return differences.isEmpty()
                ? List.of("the same lines in another order")
                : differences.subList(0, Math.min(SHOWN, differences.size()));
    }

    private static List<String> without(List<String> lines, List<String> others) {
        List<String> rest = new ArrayList<>(lines);
        others.forEach(rest::remove);
        return rest;
    }
}
