package dev.comanda.ops.policy;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in a sentence why something was decided, or why a table cannot be used. */
public final class Explanations {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final int CENTS = 2;

    private Explanations() {}

    /** The sentence of the row that fired, with what it was decided on. In Portuguese where there is no such language. */
    public static String of(Verdict verdict, Circumstances circumstances, Locale locale) {
        String sentence = PolicyTexts.EXPLANATIONS.of(verdict.policy() + "." + verdict.row(), locale);
        return fill(sentence, verdict, circumstances, locale);
    }

    /** The same in the words that were kept with the policy's version; empty where nothing was. */
    public static Optional<String> of(
            KeptExplanations kept, Verdict verdict, Circumstances circumstances, Locale locale) {
        return kept.sentence(verdict, locale).map(sentence -> fill(sentence, verdict, circumstances, locale));
    }

    /** The sentence of a row before anything is decided by it: each value as {@code valueOf} calls it. */
    public static Optional<String> of(
            KeptExplanations kept, Verdict verdict, Locale locale, UnaryOperator<String> valueOf) {
        return kept.sentence(verdict, locale).map(sentence -> fill(sentence, valueOf));
    }

    private static String fill(String sentence, Verdict verdict, Circumstances circumstances, Locale locale) {
        return fill(sentence, name -> switch (name) {
            case "amount" -> amount(circumstances.amount(), locale);
            case "age" -> String.valueOf(circumstances.ageInBusinessDays());
            case "waitUntilAge" -> String.valueOf(verdict.waitUntilAge());
            case "team" -> verdict.team().name();
            default -> value(circumstances, name);
        });
    }

    public static String of(TableProblem problem, Locale locale) {
        Map<String, String> values = Map.of("place", problem.place(), "found", problem.found());
        String sentence = PolicyTexts.PROBLEMS.of(problem.kind().name(), locale);
        return fill(sentence, name -> values.getOrDefault(name, ""));
    }

    private static String value(Circumstances circumstances, String name) {
        return Input.named(name)
                .map(input -> String.valueOf(circumstances.values().get(input.key)))
                .orElseThrow(() -> new IllegalStateException("circumstances have no " + name));
    }

    private static String amount(BigDecimal amount, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(CENTS);
        format.setMaximumFractionDigits(amount.scale());
        return format.format(amount);
    }

    private static String fill(String sentence, UnaryOperator<String> valueOf) {
        return PLACEHOLDER
                .matcher(sentence)
                .replaceAll((MatchResult found) -> Matcher.quoteReplacement(valueOf.apply(found.group(1))));
    }
}
