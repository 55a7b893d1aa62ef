package dev.comanda.ops.policy;

import static dev.comanda.ops.policy.DmnDocument.children;
import static dev.comanda.ops.policy.DmnDocument.text;

import dev.comanda.ops.policy.PolicyTable.Column;
import dev.comanda.ops.policy.PolicyTable.Row;
import dev.comanda.ops.policy.TableProblem.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Reads the one table of a DMN document, and says where it is not as a policy must be. */
final class DmnReader {

    /** Where editors keep the version of a decision. */
    private static final String EDITOR = "http://camunda.org/schema/1.0/dmn";

    private static final Pattern LABEL = Pattern.compile("[\\p{Alnum}.-]{1,32}");
    private static final Pattern ROW_ID = Pattern.compile("[a-z][a-z0-9]*+(?:-[a-z0-9]++)*+");
    private static final int LONGEST_ROW_ID = 64;
    private static final int MAX_ROWS = 300;
    private static final List<String> OUTPUTS = List.of("action", "team", "waitUntilAge");
    private static final List<String> OUTPUT_TYPES = List.of("string", "string", "number");

    private final DmnDocument document;
    private final Element decision;
    private final Element table;

    DmnReader(DmnDocument document) {
        this.document = document;
        this.decision = only(document.definitions(), "decision");
        this.table = only(decision, "decisionTable");
    }

    PolicyTable table() {
        String key = decision.getAttribute("id");
        if (!Routing.POLICIES.contains(key)) {
            throw unusable(Kind.UNKNOWN_POLICY, "<decision>", key);
        }
        String label = decision.getAttributeNS(EDITOR, "versionTag");
        if (!LABEL.matcher(label).matches()) {
            throw unusable(Kind.NO_LABEL, "<decision>", label);
        }
        if (!table.getAttribute("hitPolicy").equals("FIRST")) {
            throw unusable(Kind.WRONG_HIT_POLICY, "<decisionTable>", table.getAttribute("hitPolicy"));
        }
        List<Input> inputs = inputs();
        List<Column> outputs = outputs();
        List<Row> rows = rows(inputs);
        return new PolicyTable(
                key, label, decision.getAttribute("name"), columns(inputs), outputs, rows, document.text());
    }

    private List<Input> inputs() {
        List<Input> inputs = new ArrayList<>();
        for (Element column : children(table, "input")) {
            Element expression = only(column, "inputExpression");
            String name = text(expression, "text");
            String place = "input " + name;
            Input input = Input.named(name).orElseThrow(() -> unusable(Kind.UNKNOWN_INPUT, place, name));
            if (!expression.getAttribute("typeRef").equals(input.type.typeRef())) {
                throw unusable(Kind.WRONG_TYPE, place, expression.getAttribute("typeRef"));
            }
            if (inputs.contains(input)) {
                throw unusable(Kind.REPEATED_COLUMN, place, name);
            }
            inputs.add(input);
        }
        return inputs;
    }

    private List<Column> columns(List<Input> inputs) {
        List<Element> columns = children(table, "input");
        List<Column> result = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            result.add(new Column(inputs.get(i).key, columns.get(i).getAttribute("label")));
        }
        return result;
    }

    private List<Column> outputs() {
        List<Element> columns = children(table, "output");
        List<String> names =
                columns.stream().map(column -> column.getAttribute("name")).toList();
        if (!names.equals(OUTPUTS)) {
            throw unusable(Kind.WRONG_OUTPUTS, "<output>", String.join(", ", names));
        }
        List<String> types =
                columns.stream().map(column -> column.getAttribute("typeRef")).toList();
        if (!types.equals(OUTPUT_TYPES)) {
            throw unusable(Kind.WRONG_TYPE, "<output>", String.join(", ", types));
        }
        return columns.stream()
                .map(column -> new Column(column.getAttribute("name"), column.getAttribute("label")))
                .toList();
    }

    private List<Row> rows(List<Input> inputs) {
        List<Element> rules = children(table, "rule");
        if (rules.size() > MAX_ROWS) {
            throw unusable(Kind.TOO_MANY_ROWS, "<decisionTable>", rules.size() + " > " + MAX_ROWS);
        }
        Set<String> ids = new HashSet<>();
        List<Row> rows = new ArrayList<>();
        for (Element rule : rules) {
            String id = rule.getAttribute("id");
            if (id.length() > LONGEST_ROW_ID || !ROW_ID.matcher(id).matches() || !ids.add(id)) {
                throw unusable(Kind.WRONG_ROW_ID, "row number " + (rows.size() + 1), id);
            }
            rows.add(new RowReader(rule, id).row(inputs));
        }
        checkLast(rows);
        return rows;
    }

    private static void checkLast(List<Row> rows) {
        int catchAlls = (int) rows.stream().filter(Row::isCatchAll).count();
        if (catchAlls != 1 || !rows.get(rows.size() - 1).isCatchAll()) {
            throw unusable(Kind.NO_CATCH_ALL, "<decisionTable>", catchAlls + " / " + rows.size());
        }
        Row last = rows.get(rows.size() - 1);
        if (last.action() != Action.ESCALATE) {
            throw unusable(Kind.NO_CATCH_ALL, "row " + last.id(), last.action().name());
        }
    }

    private static Element only(Element parent, String name) {
        List<Element> found = children(parent, name);
        if (found.size() != 1) {
            throw unusable(Kind.NOT_DMN, "<" + parent.getNodeName() + ">", found.size() + " <" + name + ">");
        }
        return found.get(0);
    }

    private static UnusableTableException unusable(Kind kind, String place, String found) {
        return new UnusableTableException(kind, place, found);
    }
}
