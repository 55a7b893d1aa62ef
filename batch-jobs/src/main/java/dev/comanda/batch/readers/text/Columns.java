package dev.comanda.batch.readers.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where each column of a CSV file stands, by the names in its title row. */
public final class Columns {

    private final Map<String, Integer> positions = new HashMap<>();
    private final Set<String> twice = new HashSet<>();
    private final int count;

    public Columns(List<String> titles) {
        count = titles.size();
        for (int i = 0; i < titles.size(); i++) {
            String title = titles.get(i).strip();
            if (positions.putIfAbsent(title, i) != null) {
                twice.add(title);
            }
        }
    }

    public boolean has(String name) {
        return positions.containsKey(name);
    }

    /** Those of the names that the title row lacks, in their order. */
    public List<String> lacking(List<String> names) {
        return names.stream().filter(name -> !has(name)).toList();
    }

    /** Those of the names that the title row has more than once, in their order. */
    public List<String> twice(List<String> names) {
        return names.stream().filter(twice::contains).toList();
    }

    /** A row under these columns. Fewer fields than columns is a row cut short. */
    public CsvRow row(List<String> fields) throws RefusedRecordException {
        if (fields.size() < count) {
            throw RefusedRecordException.violation("the row has %d fields where the title row has %d; it is cut short"
                    .formatted(fields.size(), count));
        }
        for (int i = count; i < fields.size(); i++) {
            if (!fields.get(i).isBlank()) {
                throw RefusedRecordException.violation(
                        "the row has %d fields where the title row has %d".formatted(fields.size(), count));
            }
        }
        return new CsvRow(this, fields);
    }

    int positionOf(String name) {
        return positions.getOrDefault(name, -1);
    }
}
