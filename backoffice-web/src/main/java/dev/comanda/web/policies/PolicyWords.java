package dev.comanda.web.policies;

import dev.comanda.ops.policy.Explanations;
import dev.comanda.ops.policy.KeptExplanations;
import dev.comanda.ops.policy.PolicyTable.Column;
import dev.comanda.ops.policy.Verdict;
import dev.comanda.web.look.Names;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says a table's entries and sentences in the reader's language; templates call it as {@code @policyWords}. */
@Component
public class PolicyWords {

    /** A range of numbers as DMN writes it; a bracket that faces away leaves its end out. */
    private static final Pattern RANGE = Pattern.compile("([\\[\\](])(-?[0-9.]+)\\.\\.(-?[0-9.]+)([\\[\\])])");

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    private final Names names;

    PolicyWords(Names names) {
        this.names = names;
    }

    /** What an entry asks for: its codes by their names, numbers as they are. */
    public String entry(Column column, String entry) {
        if (entry.equals("true") || entry.equals("false")) {
            return names.of(column.name(), entry);
        }
        return QUOTED.matcher(RANGE.matcher(entry).replaceAll(PolicyWords::ends))
                .replaceAll((MatchResult code) -> Matcher.quoteReplacement(named(column.name(), code.group(1))));
    }

    private static String ends(MatchResult range) {
        String from = range.group(1).equals("[") ? "≥\u00a0" : ">\u00a0";
        String to = range.group(4).equals("]") ? "≤\u00a0" : "<\u00a0";
        return Matcher.quoteReplacement(from + range.group(2) + ", " + to + range.group(3));
    }

    private String named(String column, String code) {
        if (code.isEmpty()) {
            return "—";
        }
        return switch (column) {
            case "cause" -> names.cause(code);
            case "psp", "currency" -> code;
            default -> names.of(column, code);
        };
    }

    /** What a row says when it fires, with the names of what it looks at in place of their values. */
    public String sentence(KeptExplanations kept, Verdict verdict) {
        return Explanations.of(kept, verdict, LocaleContextHolder.getLocale(), name -> switch (name) {
                    case "waitUntilAge" -> String.valueOf(verdict.waitUntilAge());
                    case "team" -> names.of("team", verdict.team());
                    case "age" -> placeholder("ageInBusinessDays");
                    default -> placeholder(name);
                })
                .orElse("");
    }

    private String placeholder(String circumstance) {
        return "[" + names.of("circumstance", circumstance) + "]";
    }
}
