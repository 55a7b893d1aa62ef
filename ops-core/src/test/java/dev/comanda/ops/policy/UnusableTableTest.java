package dev.comanda.ops.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.ops.policy.TableProblem.Kind;
import dev.comanda.ops.policy.evaluation.DmnPolicyEngine;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table that cannot be used is a value that names the place, and nothing in it is run. */
class UnusableTableTest {

    private static final PolicyTrial TRIAL = new PolicyTrial(new DmnPolicyEngine());

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "</decision>; ; NOT_XML; line ",
                "<definitions ;<!DOCTYPE definitions SYSTEM \"file:///etc/passwd\"><definitions ; HAS_DOCTYPE; line 2",
                "<definitions ;<!DOCTYPE d [<!ENTITY a \"b\">]><definitions ; HAS_DOCTYPE; line 2",
                "encoding=\"UTF-8\"; encoding=\"ISO-8859-1\"; OTHER_ENCODING; document",
                "DMN/20191111/MODEL/; DMN/20300101/MODEL/; NOT_DMN; document",
                "<decision id=\"chargeback\"; <decision id=\"lottery\"; UNKNOWN_POLICY; <decision>",
                "camunda:versionTag=\"1\"; ; NO_LABEL; <decision>",
                "hitPolicy=\"FIRST\"; hitPolicy=\"ANY\"; WRONG_HIT_POLICY; <decisionTable>",
                "<text>side</text>; <text>mood</text>; UNKNOWN_INPUT; input mood",
                "<text>side</text>; <text>cause</text>; REPEATED_COLUMN; input cause",
                "<text>side</text>; <text>amount</text>; WRONG_TYPE; input amount",
                "typeRef=\"number\">; typeRef=\"double\">; WRONG_TYPE; input amount",
                "name=\"team\"; name=\"prize\"; WRONG_OUTPUTS; <output>",
                "\"ACCEPT_LOSS\"; \"CELEBRATE\"; UNKNOWN_ACTION; row cheaper-to-accept, column action",
                "\"ACCEPT_LOSS\"; if true then \"WAIT\" else \"WAIT\"; UNKNOWN_ACTION; row cheaper-to-accept",
                "\"DISPUTES\"; \"NOBODY\"; UNKNOWN_TEAM; row reversed, column team",
                "<rule id=\"reversed\">; <rule id=\"Reversed!\">; WRONG_ROW_ID; row number 1",
                "<rule id=\"reversed\">; <rule id=\"worth-contesting\">; WRONG_ROW_ID; row number 3",
                "\"BRL\"; ; CLOSES_ANY_CURRENCY; row cheaper-to-accept, column currency",
                "\"BRL\"; not(\"USD\"); CLOSES_ANY_CURRENCY; row cheaper-to-accept, column currency",
                "\"BRL\"; \"BRL\", \"\"; CLOSES_ANY_CURRENCY; row cheaper-to-accept, column currency",
                "]0.00..40.00]; ]0,00..40,00]; WRONG_ENTRY; row cheaper-to-accept, column amount",
                "]0.00..40.00]; lots; WRONG_ENTRY; row cheaper-to-accept, column amount",
                "]0.00..40.00]; sum(for i in 1..1000000000 return i) > 1; WRONG_ENTRY; row cheaper-to-accept",
                "]0.00..40.00]; ${amount}; WRONG_ENTRY; row cheaper-to-accept, column amount",
                "<text>side</text>; <text>side</text><script/>; UNKNOWN_ELEMENT; <script>",
                "<description>Contesting costs more.</description>; ; NO_DESCRIPTION; row cheaper-to-accept",
            })
    void namesThePlaceAndWhatIsWrong(String part, String replacement, Kind kind, String place) {
        TableProblem problem = problem(ChangedTable.with(part, replacement == null ? "" : replacement));
        assertThat(problem.kind()).isEqualTo(kind);
        assertThat(problem.place()).startsWith(place);
        assertThat(Explanations.of(problem, Locale.ENGLISH)).doesNotContain("{place}", "{found}");
    }

    @Test
    void speaksFeelAlone() {
        for (String place : List.of("<inputEntry>", "<outputEntry>", "<inputExpression ", "<definitions ")) {
            String tag = place.substring(0, place.length() - 1);
            for (String language : List.of("javascript", "juel", "groovy", "https://evil.example/FEEL/")) {
                TableProblem problem = problem(ChangedTable.with(
                        place, tag + " expressionLanguage=\"" + language + "\"" + place.substring(tag.length())));
                assertThat(problem.kind()).isEqualTo(Kind.OTHER_LANGUAGE);
                assertThat(problem.found()).isEqualTo(language);
            }
        }
    }

    @Test
    void hasTheCatchAllLastAndOnlyThere() {
        String catchAll = ChangedTable.original()
                .substring(
                        ChangedTable.original().indexOf("<rule id=\"anything-else\">"),
                        ChangedTable.original().indexOf("</decisionTable>"));
        assertThat(problem(ChangedTable.with(catchAll, "")).kind()).isEqualTo(Kind.NO_CATCH_ALL);
        assertThat(problem(ChangedTable.with(
                                "<rule id=\"reversed\">",
                                catchAll.replace("anything-else", "everything") + "<rule id=\"reversed\">"))
                        .kind())
                .isEqualTo(Kind.NO_CATCH_ALL);
        assertThat(problem(ChangedTable.with(catchAll, catchAll.replace("\"ESCALATE\"", "\"WAIT\"")))
                        .kind())
                .isEqualTo(Kind.NO_CATCH_ALL);
    }

    @Test
    void isOfBoundedSize() {
        TableProblem problem = problem(("<!--" + "x".repeat(256 * 1024) + "-->").getBytes(UTF_8));
        assertThat(problem.kind()).isEqualTo(Kind.TOO_LARGE);
        assertThat(problem("<a>".repeat(80_000).getBytes(UTF_8)).kind()).isEqualTo(Kind.NOT_XML);
    }

    /** What the schema of DMN forbids and our own reading does not look at. */
    @Test
    void isRefusedByTheEngineInTheEnginesWords() {
        TableProblem problem = problem(ChangedTable.with("<decisionTable id=", "<decisionTable colour=\"red\" id="));
        assertThat(problem.kind()).isEqualTo(Kind.REFUSED_BY_ENGINE);
        assertThat(problem.found()).contains("colour");
    }

    private static TableProblem problem(byte[] dmn) {
        PolicyTrial.Outcome outcome = TRIAL.run(dmn, List.of());
        assertThat(outcome).isInstanceOf(PolicyTrial.Unusable.class);
        return ((PolicyTrial.Unusable) outcome).problem();
    }
}
