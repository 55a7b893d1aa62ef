package dev.comanda.cost.allocation.yaml;

import dev.comanda.cost.allocation.AllocationRules;
import dev.comanda.cost.allocation.Rule;
import dev.comanda.cost.allocation.Team;
import dev.comanda.cost.allocation.UnusableRulesException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the file of allocation rules; docs/allocation.md says what stands in it. */
public final class RulesReader {

    private static final String VERSION = "1";

    private final Problems problems = new Problems();

    private RulesReader() {}

    /**
     * @param origin where the content comes from, for sentences
     * @throws UnusableRulesException with every mistake that was found, each with its line
     */
    public static AllocationRules read(String origin, String content) {
        return new RulesReader().rules(origin, content);
    }

    private AllocationRules rules(String origin, String content) {
        List<Team> teams = List.of();
        List<Rule> rules = List.of();
        try {
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(content));
            if (root == null) {
                problems.add(1, "the file is empty; it begins with version: " + VERSION);
            } else {
                Section file = new Section(root, problems, "the file", Set.of("version", "teams", "rules"));
                checkVersion(file);
                teams = file.child("teams").map(this::teams).orElse(List.of());
                RuleReader each = new RuleReader(teams, problems);
                rules = file.list("rules").stream().map(each::next).toList();
            }
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            problems.add(line, "is no YAML: " + e.getProblem());
        } catch (YAMLException e) {
            problems.add(1, "is no YAML: " + e.getMessage());
        }
        if (!problems.isEmpty()) {
            throw new UnusableRulesException(origin, problems.sentences());
        }
        return new AllocationRules(origin, content, hash(content), teams, rules);
    }

    private void checkVersion(Section file) {
        String version = file.text("version").orElse("");
        if (!version.equals(VERSION)) {
            problems.add(file.line("version"), "version must be " + VERSION);
        }
    }

    private List<Team> teams(Node node) {
        List<Team> teams = new ArrayList<>();
        Map<String, String> spellings = new HashMap<>();
        Section all = new Section(node, problems, "teams", Set.of());
        for (String name : all.names()) {
            Section team = all.section(name, Set.of("domain", "also"));
            List<String> also = team.texts("also");
            if (RuleReader.RESERVED.contains(name)) {
                problems.add(team.line(), "no team may be named " + name);
            }
            for (String spelling : also) {
                claim(spellings, spelling, name, team.line());
            }
            claim(spellings, name, name, team.line());
            teams.add(new Team(name, team.text("domain").orElse(null), also));
        }
        return teams;
    }

    private void claim(Map<String, String> spellings, String spelling, String team, int line) {
        String other = spellings.put(spelling, team);
        if (other != null) {
            problems.add(line, "\"%s\" is of the teams %s and %s; it can be of one".formatted(spelling, other, team));
        }
    }

    private static String hash(String content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
