package dev.comanda.cost.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.cost.allocation.AllocationRules;
import dev.comanda.cost.allocation.Share;
import dev.comanda.cost.allocation.Shares;
import dev.comanda.cost.allocation.UnusableRulesException;
import dev.comanda.cost.allocation.yaml.RulesFiles;
import dev.comanda.ops.testing.fuzz.Fuzzing;
import dev.comanda.ops.testing.fuzz.Reading;
import dev.comanda.ops.testing.fuzz.Reading.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged rules are refused with the line of each mistake, or divide every cost to the last billionth. */
@Tag("torture")
class RulesFuzzTest {

    private static final Pattern PROBLEM = Pattern.compile("line (\\d+): (.+)", Pattern.DOTALL);

    private static final String RULES =
            """
            version: 1
            teams:
              orders: {domain: marketplace, also: [Orders, order]}
              payments: {domain: money}
              search: {}
            rules:
              - name: Namespaces
                when:
                  cluster: prod-*
                  namespace: [orders, orders-*]
                team: orders
                environment: ${cost_category:Stage}
              - when: {tag:team: "*"}
                team: ${tag:team}
              - shared: even
                among: [orders, search]
              - shared: proportional
              - shared: {orders: 60, payments: 39.5}
              - shared: usage
                by: {usage_type: "*Requests"}
            """;

    @TempDir
    private Path folder;

    @Test
    void damagedRulesAreRefusedByLineOrCanBeUsed() {
        Fuzzing.Outcomes outcomes = Fuzzing.run(
                "rules",
                List.of(
                        RULES.getBytes(StandardCharsets.UTF_8),
                        RulesFiles.shipped().content().getBytes(StandardCharsets.UTF_8)),
                this::read);

        assertThat(outcomes.clean()).isPositive();
        assertThat(outcomes.damaged()).isPositive();
    }

    private Reading read(InputStream in) throws IOException {
        Path file = folder.resolve("rules.yaml");
        Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        AllocationRules rules;
        try {
            rules = new RulesFiles(file, file).current();
        } catch (UnusableRulesException e) {
            return refused(e.problems());
        }
        return Reading.whole(rules.rules() + " " + divided(rules));
    }

    private static Reading refused(List<String> problems) {
        List<Refused> refused = new ArrayList<>();
        for (String problem : problems) {
            Matcher line = PROBLEM.matcher(problem);
            if (!line.matches()) {
                return Reading.refused(problem);
            }
            refused.add(new Refused(Long.parseLong(line.group(1)), line.group(2)));
        }
        return new Reading(refused.size(), 0, 0, new TreeMap<>(), refused, null);
    }

    /** The shares of all rules, which of each rule come to the whole. */
    private static List<Share> divided(AllocationRules rules) {
        Map<String, BigDecimal> used = Map.of("orders", new BigDecimal("1.25"), "search", new BigDecimal("0.000001"));
        List<Share> shares = new Shares(rules)
                .of(new Shares.Weights(
                        used, rules.shares().stream().collect(Collectors.toMap(rule -> rule.number(), rule -> used))));
        shares.stream()
                .collect(Collectors.groupingBy(Share::rule, Collectors.summingLong(Share::billionths)))
                .forEach((rule, sum) ->
                        assertThat(sum).as("the shares of rule %d", rule).isEqualTo(Share.WHOLE));
        return shares;
    }
}
