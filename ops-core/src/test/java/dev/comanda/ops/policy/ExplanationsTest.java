package dev.comanda.ops.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.ops.policy.evaluation.DmnPolicyEngine;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every row says in three languages why it decides what it decides. */
class ExplanationsTest {

    private static final Locale PORTUGUESE = Locale.forLanguageTag("pt-BR");
    private static final Locale SPANISH = Locale.forLanguageTag("es");
    private static final Policies POLICIES = Policies.shipped(new DmnPolicyEngine());
    private static final Circumstances UNPAID = Given.cause("UNPAID_ORDER")
            .in("order-payment")
            .brl("1234.5")
            .aged(2)
            .now();

    @Test
    void everyRowHasItsSentenceAndNoSentenceLacksItsRow() {
        Set<String> rows = POLICIES.tables().stream()
                .flatMap(table -> table.rows().stream().map(row -> table.key() + "." + row.id()))
                .collect(Collectors.toSet());
        for (String language : PolicyTexts.LANGUAGES.keySet()) {
            assertThat(PolicyTexts.EXPLANATIONS.keys(language)).as(language).isEqualTo(rows);
        }
    }

    @Test
    void everyProblemOfATableHasItsSentence() {
        Set<String> kinds =
                Arrays.stream(TableProblem.Kind.values()).map(Enum::name).collect(Collectors.toSet());
        for (String language : PolicyTexts.LANGUAGES.keySet()) {
            assertThat(PolicyTexts.PROBLEMS.keys(language)).as(language).isEqualTo(kinds);
        }
    }

    @Test
    void areFilledFromTheCircumstancesInTheReadersWayOfWritingNumbers() {
        Verdict verdict = POLICIES.decide(UNPAID);
        assertThat(Explanations.of(verdict, UNPAID, Locale.ENGLISH))
                .isEqualTo("A completed order of 1,234.50 BRL is still unpaid after 2 business days.");
        assertThat(Explanations.of(verdict, UNPAID, PORTUGUESE))
                .isEqualTo("Um pedido concluído de 1.234,50 BRL continua sem pagamento após 2 dias úteis.");
        assertThat(Explanations.of(verdict, UNPAID, SPANISH)).contains("sin pago tras 2 días hábiles");
        assertThat(Explanations.of(verdict, UNPAID, Locale.JAPANESE)).startsWith("Um pedido concluído");
    }

    @Test
    void leaveNoPlaceholderOpenWhateverIsDecided() {
        for (Circumstances each : Causes.random(new Random(23), 4_000)) {
            Verdict verdict = POLICIES.decide(each);
            for (Locale locale : Set.of(PORTUGUESE, Locale.ENGLISH, SPANISH)) {
                assertThat(Explanations.of(verdict, each, locale))
                        .doesNotContain("{", "}", "null")
                        .endsWith(".");
            }
        }
    }

    @Test
    void takeWhatStandsInAFileAsText() {
        Circumstances odd = new Circumstances(
                "UNKNOWN_LINE_TYPE",
                "payment-settlement",
                "$1\\{amount}",
                "",
                "BRL",
                UNPAID.amount(),
                Side.NONE,
                0,
                false,
                true,
                "",
                "");
        assertThat(Explanations.of(POLICIES.decide(odd), odd, Locale.ENGLISH))
                .isEqualTo("$1\\{amount} wrote a line of a type that we do not know.");
    }
}
