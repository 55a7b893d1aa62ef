package dev.comanda.ops.policy;

import static dev.comanda.ops.policy.DmnDocument.children;
import static dev.comanda.ops.policy.DmnDocument.text;

import dev.comanda.ops.policy.PolicyTable.Row;
import dev.comanda.ops.policy.TableProblem.Kind;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Reads one row of a table. */
final class RowReader {

    private static final Pattern NAME = Pattern.compile("\"([A-Z_]{1,32})\"");
    private static final Pattern AGE = Pattern.compile("\\d{1,3}");
    private static final String ANY = "-";

    private final Element rule;
    private final String id;

    RowReader(Element rule, String id) {
        this.rule = rule;
        this.id = id;
    }

    Row row(List<Input> columns) {
        List<String> inputs = inputs(columns);
        List<String> outputs = entries("outputEntry", 3);
        String description = text(rule, "description");
        if (description.isEmpty()) {
            throw unusable(Kind.NO_DESCRIPTION, "", "");
        }
        Action action = named(Action.values(), outputs.get(0), "action", Kind.UNKNOWN_ACTION);
        Team team = named(Team.values(), outputs.get(1), "team", Kind.UNKNOWN_TEAM);
        Integer waitUntilAge = waitUntilAge(action, outputs.get(2));
        checkCurrency(columns, inputs, action);
        return new Row(id, inputs, outputs, description, action, team, waitUntilAge);
    }

    private List<String> inputs(List<Input> columns) {
        List<String> inputs = entries("inputEntry", columns.size()).stream()
                .map(text -> text.equals(ANY) ? "" : text)
                .toList();
        for (int i = 0; i < inputs.size(); i++) {
            String entry = inputs.get(i);
            if (!entry.isEmpty() && !columns.get(i).type.admits(entry)) {
                throw unusable(Kind.WRONG_ENTRY, columns.get(i).key, entry);
            }
        }
        return inputs;
    }

    private List<String> entries(String kind, int expected) {
        List<Element> entries = children(rule, kind);
        if (entries.size() != expected) {
            throw unusable(Kind.WRONG_NUMBER_OF_ENTRIES, kind, entries.size() + " / " + expected);
        }
        return entries.stream().map(entry -> text(entry, "text")).toList();
    }

    private <E extends Enum<E>> E named(E[] known, String entry, String column, Kind otherwise) {
        Matcher name = NAME.matcher(entry);
        if (name.matches()) {
            for (E each : known) {
                if (each.name().equals(name.group(1))) {
                    return each;
                }
            }
        }
        throw unusable(otherwise, column, entry);
    }

    private @Nullable Integer waitUntilAge(Action action, String entry) {
        if (entry.isEmpty()) {
            return null;
        }
        if (action != Action.WAIT || !AGE.matcher(entry).matches()) {
            throw unusable(Kind.WRONG_AGE, "waitUntilAge", entry);
        }
        return Integer.valueOf(entry);
    }

    /** What is small in one currency is large in another. */
    private void checkCurrency(List<Input> columns, List<String> inputs, Action action) {
        int column = columns.indexOf(Input.CURRENCY);
        boolean named = column >= 0
                && inputs.get(column).startsWith("\"")
                && !inputs.get(column).contains("\"\"");
        if (action.closesCase() && !named) {
            throw unusable(Kind.CLOSES_ANY_CURRENCY, Input.CURRENCY.key, column < 0 ? "" : inputs.get(column));
        }
    }

    private UnusableTableException unusable(Kind kind, String column, String found) {
        return new UnusableTableException(kind, "row " + id + (column.isEmpty() ? "" : ", column " + column), found);
    }
}
