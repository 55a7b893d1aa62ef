package dev.comanda.cost.allocation.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A mapping of the file, whose mistakes are said with their lines. */
final class Section {

    private final Map<String, Node> entries = new LinkedHashMap<>();
    private final Problems problems;
    private final String name;
    private final int line;

    /** @param known the keys that it may have; empty where any may stand */
    Section(Node node, Problems problems, String name, Set<String> known) {
        this.problems = problems;
        this.name = name;
        this.line = lineOf(node);
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(each -> take(each, known));
        } else {
            problems.add(line, name + " must be a list of keys and values");
        }
    }

    private void take(NodeTuple entry, Set<String> known) {
        String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
        int at = lineOf(entry.getKeyNode());
        if (!known.isEmpty() && !known.contains(key)) {
            problems.add(
                    at,
                    "\"%s\" is no key of %s; there are %s"
                            .formatted(key, name, String.join(", ", new TreeSet<>(known))));
        }
        if (entries.put(key, entry.getValueNode()) != null) {
            problems.add(at, "\"%s\" stands twice in %s".formatted(key, name));
        }
    }

    static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    int line() {
        return line;
    }

    /** The line of a key's value, or of the section where it has none. */
    int line(String key) {
        Node node = entries.get(key);
        return node == null ? line : lineOf(node);
    }

    Set<String> names() {
        return entries.keySet();
    }

    Optional<Node> child(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    Section section(String key, Set<String> known) {
        Node node = entries.get(key);
        if (node == null) {
            throw new IllegalArgumentException(name + " has no " + key);
        }
        return new Section(node, problems, "\"" + key + "\"", known);
    }

    /** One text; a mistake where something else stands there. */
    Optional<String> text(String key) {
        return child(key).flatMap(node -> text(key, node));
    }

    private Optional<String> text(String key, Node node) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return Optional.of(scalar.getValue());
        }
        problems.add(lineOf(node), "\"%s\" must be a text that is not empty".formatted(key));
        return Optional.empty();
    }

    /** One text or a list of them. */
    List<String> texts(String key) {
        Node node = entries.get(key);
        if (node == null) {
            return List.of();
        }
        List<Node> nodes = node instanceof SequenceNode list ? list.getValue() : List.of(node);
        if (nodes.isEmpty()) {
            problems.add(lineOf(node), "\"%s\" is an empty list".formatted(key));
        }
        return nodes.stream().flatMap(each -> text(key, each).stream()).toList();
    }

    List<Node> list(String key) {
        Node node = entries.get(key);
        if (node instanceof SequenceNode list) {
            return list.getValue();
        }
        problems.add(line(key), "\"%s\" must be a list".formatted(key));
        return List.of();
    }
}
