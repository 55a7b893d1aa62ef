package dev.comanda.cost.allocation.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.comanda.cost.allocation.AllocationRules;
import dev.comanda.cost.allocation.Attribute;
import dev.comanda.cost.allocation.Condition;
import dev.comanda.cost.allocation.Naming;
import dev.comanda.cost.allocation.Owner;
import dev.comanda.cost.allocation.Split;
import dev.comanda.cost.allocation.UnusableRulesException;
import dev.comanda.cost.charge.ReportKey.Column;
import dev.comanda.cost.charge.ReportKey.Tag;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules as people write them. */
class RulesReaderTest {

    @TempDir
    Path folder;

    @Test
    void aRuleIsReadWithItsConditionsItsNamesAndItsLine() {
        AllocationRules rules = RulesReader.read(
                "rules.yaml",
                """
                version: 1
                teams:
                  orders: {domain: marketplace, also: [Orders, order]}
                rules:
                  - name: Namespaces
                    when:
                      cluster: prod-*
                      namespace: [orders, orders-*]
                    team: orders
                    environment: ${cost_category:Stage}
                  - when: {tag:team: "*"}
                    team: ${tag:team}
                """);

        assertThat(rules.domainOf("orders")).contains("marketplace");
        assertThat(rules.rules()).hasSize(2);
        assertThat(rules.rules().get(0).line()).isEqualTo(5);
        assertThat(rules.rules().get(0).conditions())
                .containsExactly(
                        new Condition(new Attribute.Key(Column.CLUSTER), List.of("prod-*")),
                        new Condition(new Attribute.Key(Column.NAMESPACE), List.of("orders", "orders-*")));
        assertThat(rules.rules().get(0).names())
                .isEqualTo(Map.of(
                        Owner.TEAM,
                        new Naming.Fixed("orders"),
                        Owner.ENVIRONMENT,
                        new Naming.ValueOf(new Attribute.CostCategory("Stage"))));
        assertThat(rules.rules().get(1).names(Owner.TEAM))
                .contains(new Naming.ValueOf(new Attribute.Key(new Tag("team"))));
        assertThat(rules.rules().get(1).name()).isEqualTo("rule 2");
    }

    @Test
    void whatIsSharedIsReadInEachOfItsWays() {
        AllocationRules rules = RulesReader.read(
                "rules.yaml",
                """
                version: 1
                rules:
                  - shared: even
                    among: [a, b]
                  - shared: proportional
                  - shared: {a: 60, b: 39.5}
                  - shared: usage
                    by: {usage_type: "*Requests"}
                """);

        assertThat(rules.shares())
                .extracting(each -> each.shared())
                .containsExactly(
                        new Split.Even(List.of("a", "b")),
                        new Split.Proportional(List.of()),
                        new Split.Fixed(Map.of("a", new BigDecimal(60), "b", new BigDecimal("39.5"))),
                        new Split.ByUsage(
                                List.of(new Condition(new Attribute.Key(Column.USAGE_TYPE), List.of("*Requests"))),
                                List.of()));
    }

    @Test
    void everyMistakeIsSaidWithItsLine() {
        UnusableRulesException problem = catchThrowableOfType(
                UnusableRulesException.class,
                () -> RulesReader.read(
                        "rules.yaml",
                        """
                        version: 2
                        teams:
                          orders: {also: [o]}
                          payments: {also: [o], owner: me}
                          idle:
                            domain: none
                        rules:
                          - name: Nothing said
                            when: {usagetype: x}
                          - team: ordres
                          - team: orders
                            shared: even
                          - shared: twice
                          - shared: usage
                          - shared: {orders: 0}
                          - team: orders
                            among: [orders]
                          - team: ${tags}
                          - environment: idle
                        """));

        assertThat(problem.problems())
                .containsExactly(
                        "line 1: version must be 1",
                        "line 4: \"owner\" is no key of \"payments\"; there are also, domain",
                        "line 4: \"o\" is of the teams orders and payments; it can be of one",
                        "line 6: no team may be named idle",
                        "line 8: the rule says neither team, domain nor environment, nor what is shared",
                        "line 9: \"usagetype\" is nothing of a charge; there are account, service, region, usage_type, charge_type,"
                                + " resource, cluster, namespace, workload, tag:<key> and cost_category:<name>",
                        "line 10: \"ordres\" is none of the teams; add it to them, or mend its name",
                        "line 12: what is shared has no team; leave out \"team\" or \"shared\"",
                        "line 13: \"twice\" is no way to share; there are even, proportional, usage, or the weights of teams",
                        "line 14: \"by\" is missing: the lines whose usage counts",
                        "line 15: \"0\" is no weight; a number greater than 0 is, with at most 18 digits before the point and"
                                + " 12 after it",
                        "line 17: \"among\" says nothing here; it belongs to \"shared\"",
                        "line 18: \"tags\" is nothing of a charge; there are account, service, region, usage_type, charge_type,"
                                + " resource, cluster, namespace, workload, tag:<key> and cost_category:<name>",
                        "line 19: nothing may be named idle");
    }

    @Test
    void whatIsNoYamlIsSaidWithItsLine() {
        assertThatThrownBy(() -> RulesReader.read("rules.yaml", "version: 1\nrules:\n  - team: [a\n"))
                .isInstanceOf(UnusableRulesException.class)
                .hasMessageStartingWith("rules.yaml: line 4: is no YAML: ");
        assertThatThrownBy(() -> RulesReader.read("rules.yaml", "version: 1\nversion: 1\nrules: []\n"))
                .isInstanceOf(UnusableRulesException.class)
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> RulesReader.read("rules.yaml", ""))
                .isInstanceOf(UnusableRulesException.class)
                .hasMessage("rules.yaml: line 1: the file is empty; it begins with version: 1");
        assertThatThrownBy(() -> RulesReader.read("rules.yaml", "- a"))
                .isInstanceOf(UnusableRulesException.class)
                .hasMessageContaining("line 1: the file must be a list of keys and values");
    }

    @Test
    void theNamedFileCountsBeforeTheDataFolderAndThatBeforeTheShippedRules() throws IOException {
        Path named = Files.writeString(folder.resolve("named.yaml"), "version: 1\nrules: []\n");
        Path data = folder.resolve("rules.yaml");

        assertThat(new RulesFiles(null, data).current().rules()).hasSize(4);
        Files.writeString(data, "version: 1\nrules:\n  - team: a\n");
        assertThat(new RulesFiles(null, data).current().rules()).hasSize(1);
        assertThat(new RulesFiles(named, data).current().rules()).isEmpty();
        assertThatThrownBy(() -> new RulesFiles(folder.resolve("absent.yaml"), data).current())
                .isInstanceOf(UnusableRulesException.class)
                .hasMessageContaining("absent.yaml: the file cannot be read");
    }

    /** Two of these add up to a number of a billion digits. */
    @ParameterizedTest
    @ValueSource(
            strings = {"1e-999999999", "1e999999999", "1e99999999999", "1234567890123456789", "0.1234567890123", "-1"})
    void aWeightThatIsNoPlainNumberIsRefused(String weight) {
        assertThatThrownBy(() ->
                        RulesReader.read("rules.yaml", "version: 1\nrules:\n  - shared: {a: " + weight + ", b: 1}\n"))
                .isInstanceOf(UnusableRulesException.class)
                .hasMessageStartingWith("rules.yaml: line 3: \"" + weight + "\" is no weight");
    }

    @Test
    void aMistakeIsShownOnOneLineWithoutWhatATerminalObeys() {
        assertThatThrownBy(() ->
                        RulesReader.read("rules.yaml", "version: 1\nrules:\n  - shared: {a: \"1\\n\\e[31m\\u202E\"}\n"))
                .hasMessageStartingWith("rules.yaml: line 3: \"1 ?[31m?\" is no weight");
    }
}
