package dev.comanda.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.cost.charge.Metric;
import dev.comanda.cost.imports.ImportRequest;
import dev.comanda.ops.casework.CaseKind;
import dev.comanda.ops.casework.CaseStatus;
import dev.comanda.ops.casework.Casework;
import dev.comanda.ops.casework.Priority;
import dev.comanda.ops.close.MonthEndPack.Age;
import dev.comanda.ops.close.Obstacle;
import dev.comanda.ops.close.Reopenings;
import dev.comanda.ops.decision.CaseResolutions.Reason;
import dev.comanda.ops.decision.Resolution;
import dev.comanda.ops.ingest.RawRecord;
import dev.comanda.ops.ingest.ReasonCode;
import dev.comanda.ops.jobcontrol.NightView;
import dev.comanda.ops.policy.Action;
import dev.comanda.ops.policy.Side;
import dev.comanda.ops.policy.Team;
import dev.comanda.ops.reconciliation.BreakType;
import dev.comanda.ops.reconciliation.ItemRole;
import dev.comanda.ops.reconciliation.Law;
import dev.comanda.ops.reconciliation.MatchRule;
import dev.comanda.ops.reconciliation.Reconciliation;
import dev.comanda.ops.reconciliation.ReconciliationSpecs;
import dev.comanda.ops.reconciliation.ReconciliationViews.BreakOrder;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every code that a page can show has a name, and every word is there, in the three languages. */
class NamesTest {

    private static final Pattern KEY_IN_TEMPLATE = Pattern.compile("#\\{([a-zA-Z0-9.]+)[}(]");

    @ParameterizedTest
    @ValueSource(strings = {"", "_en", "_es"})
    void everyCodeHasAName(String language) throws IOException {
        Set<String> named = words("names", language).stringPropertyNames();
        assertThat(named).containsAll(keys("break.type", Arrays.stream(BreakType.values())));
        assertThat(named).containsAll(keys("law", Arrays.stream(Law.values())));
        assertThat(named).containsAll(keys("reject.reason", Arrays.stream(ReasonCode.values())));
        assertThat(named).containsAll(keys("role", Arrays.stream(ItemRole.values())));
        assertThat(named).containsAll(keys("order", Arrays.stream(BreakOrder.values())));
        assertThat(named)
                .containsAll(keys("item.status", Stream.of("MATCHED", "IN_TRANSIT", "BREAK", "FUTURE", "NOT_OURS")));
        assertThat(named)
                .containsAll(keys(
                        "rule",
                        ReconciliationSpecs.all().stream()
                                .flatMap(spec -> spec.matchRules().stream())
                                .map(MatchRule::name)));
        assertThat(named)
                .containsAll(keys(
                        "step.reconcile",
                        ReconciliationSpecs.all().stream()
                                .map(spec -> spec.lead().exportName()),
                        "-"));
        assertThat(named).containsAll(namesOfCases());
        List<String> reconciliations = Arrays.stream(Reconciliation.values())
                .map(Reconciliation::exportName)
                .toList();
        assertThat(named).containsAll(keys("left", reconciliations.stream()));
        assertThat(named).containsAll(keys("right", reconciliations.stream()));

        assertThat(named).containsAll(keys("age", Arrays.stream(Age.values())));

        Set<String> said = words("messages", language).stringPropertyNames();
        assertThat(said).containsAll(keys("reconciliation", reconciliations.stream()));
        assertThat(said).containsAll(keys("case.refused", refusals()));
        assertThat(said).containsAll(keys("resolve.refused", Arrays.stream(Reason.values())));
        assertThat(said).containsAll(keys("status", Arrays.stream(NightView.Status.values())));
        assertThat(said).containsAll(keys("reopening", Arrays.stream(Reopenings.Outcome.values())));
        assertThat(said)
                .containsAll(keys(
                        "obstacle",
                        Arrays.stream(Obstacle.class.getPermittedSubclasses()).map(Class::getSimpleName)));
        assertThat(said).containsAll(keys("raw", Arrays.stream(RawRecord.Reason.values())));
        assertThat(said).containsAll(keys("bills.request", Arrays.stream(ImportRequest.Status.values())));
        assertThat(said).containsAll(keys("bills.metric", Arrays.stream(Metric.values())));
        assertThat(said).containsAll(keys("request.status", Stream.of("WAITING", "CLAIMED", "DONE", "FAILED")));
    }

    private static List<String> namesOfCases() {
        return Stream.of(
                        keys("case.status", Arrays.stream(CaseStatus.values())),
                        keys("case.kind", Arrays.stream(CaseKind.values())),
                        keys("case.priority", Arrays.stream(Priority.values())),
                        keys("team", Arrays.stream(Team.values())),
                        keys("side", Arrays.stream(Side.values())),
                        keys("resolution", Arrays.stream(Action.values())),
                        keys("resolution", Arrays.stream(Resolution.values())),
                        keys("resolution.what", Arrays.stream(Resolution.values())),
                        keys("resolution", Stream.of("MATCHED", "REPLAYED", "WITHDRAWN", "WON")))
                .flatMap(List::stream)
                .toList();
    }

    private static Stream<Casework.Outcome> refusals() {
        return Arrays.stream(Casework.Outcome.values())
                .filter(outcome -> outcome != Casework.Outcome.DONE && outcome != Casework.Outcome.NOT_FOUND);
    }

    private static List<String> keys(String group, Stream<?> codes) {
        return keys(group, codes, ".");
    }

    private static List<String> keys(String group, Stream<?> codes, String between) {
        return codes.map(code -> group + between + code).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "names"})
    void theLanguagesHaveTheSameKeysAndNoneIsEmpty(String bundle) throws IOException {
        Properties portuguese = words(bundle, "");
        for (String language : List.of("_en", "_es")) {
            assertThat(words(bundle, language).stringPropertyNames())
                    .containsExactlyInAnyOrderElementsOf(portuguese.stringPropertyNames());
            assertThat(words(bundle, language).values()).doesNotContain("");
        }
    }

    @Test
    void everyKeyThatATemplateNamesIsThere() throws IOException {
        Set<String> named = new TreeSet<>();
        try (Stream<Path> templates = Files.list(Path.of("src/main/resources/templates"))) {
            for (Path template : templates.toList()) {
                named.addAll(KEY_IN_TEMPLATE
                        .matcher(Files.readString(template))
                        .results()
                        .map(key -> key.group(1))
                        .collect(Collectors.toSet()));
            }
        }
        assertThat(words("messages", "").stringPropertyNames()).containsAll(named);
    }

    private static Properties words(String bundle, String language) throws IOException {
        Properties words = new Properties();
        try (InputStream file = Objects.requireNonNull(
                NamesTest.class.getResourceAsStream("/" + bundle + language + ".properties"), bundle)) {
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return words;
    }
}
