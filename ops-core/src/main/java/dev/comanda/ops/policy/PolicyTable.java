package dev.comanda.ops.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy as people read it: the first row whose entries all hold decides. Parsed from DMN; the last row holds always and
 * escalates.
 *
 * @param key which policy it is, such as {@code settlement}
 * @param label which version of it
 * @param dmn the DMN document it was parsed from
 */
public record PolicyTable(
        String key, String label, String title, List<Column> inputs, List<Column> outputs, List<Row> rows, String dmn) {

    public PolicyTable {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        rows = List.copyOf(rows);
    }

    /** Parses a DMN document that somebody may have changed. It resolves nothing outside the document. */
    public static Reading read(byte[] dmn) {
        try {
            return new Reading.Usable(new DmnReader(DmnDocument.parse(dmn)).table());
        } catch (UnusableTableException e) {
            return new Reading.Unusable(e.problem());
        }
    }

    /** What became of a DMN document. */
    public sealed interface Reading {

        record Usable(PolicyTable table) implements Reading {}

        record Unusable(TableProblem problem) implements Reading {}
    }

    /** @param name as expressions use it; {@code label} is what people read above the column */
    public record Column(String name, String label) {}

    /**
     * @param inputs what each input must be, as FEEL; empty where anything will do
     * @param outputs what follows, as FEEL
     * @param description why, in a sentence
     */
    public record Row(
            String id,
            List<String> inputs,
            List<String> outputs,
            String description,
            Action action,
            Team team,
            @Nullable Integer waitUntilAge) {

        public Row {
            inputs = List.copyOf(inputs);
            outputs = List.copyOf(outputs);
        }

        /** Whether it holds always. */
        public boolean isCatchAll() {
            return inputs.stream().allMatch(String::isEmpty);
        }
    }

    /** What this table says once it is known which row fires. */
    public Verdict verdict(String rowId) {
        Row row = rows.stream()
                .filter(each -> each.id().equals(rowId))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("policy " + key + " has no row " + rowId));
        return new Verdict(key, label, row.id(), row.action(), row.team(), row.waitUntilAge());
    }
}
