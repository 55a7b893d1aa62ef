package dev.comanda.cost.allocation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Divides the whole in proportion to weights, in billionths that add up to it: each team has the difference of two rounded running sums,
 * so that none is more than a billionth away from its exact share and nothing is left over.
 */
public final class Shares {

    private final AllocationRules rules;

    public Shares(AllocationRules rules) {
        this.rules = rules;
    }

    /**
     * What a period's teams used and cost.
     *
     * @param own what each team's own charges cost, amortised
     * @param usage what each team used, by the number of the rule that asks for it
     */
    public record Weights(Map<String, BigDecimal> own, Map<Integer, Map<String, BigDecimal>> usage) {}

    /** The shares of all rules that share cost, by rule and name of team. */
    public List<Share> of(Weights weights) {
        List<Share> shares = new ArrayList<>();
        rules.shares().forEach(rule -> shares.addAll(of(rule, weights)));
        return shares;
    }

    private List<Share> of(Rule rule, Weights period) {
        SortedMap<String, BigDecimal> weights = new TreeMap<>();
        weights(rule, period).forEach((team, weight) -> {
            if (weight.signum() > 0) {
                weights.put(team, weight);
            }
        });
        if (weights.isEmpty()) {
            return List.of(new Share(rule.number(), Owner.UNALLOCATED, Owner.UNALLOCATED, Share.WHOLE));
        }
        BigDecimal all = weights.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Share> shares = new ArrayList<>();
        BigDecimal running = BigDecimal.ZERO;
        long before = 0;
        for (Map.Entry<String, BigDecimal> each : weights.entrySet()) {
            running = running.add(each.getValue());
            long until = running.multiply(BigDecimal.valueOf(Share.WHOLE))
                    .divide(all, 0, RoundingMode.HALF_EVEN)
                    .longValueExact();
            String domain = rules.domainOf(each.getKey()).orElse(Owner.UNALLOCATED);
            shares.add(new Share(rule.number(), each.getKey(), domain, until - before));
            before = until;
        }
        return shares;
    }

    private static Map<String, BigDecimal> weights(Rule rule, Weights period) {
        Split split = rule.shared();
        if (split instanceof Split.Fixed fixed) {
            return fixed.weights();
        }
        List<String> among = split == null || split.among().isEmpty()
                ? period.own().entrySet().stream()
                        .filter(team -> team.getValue().signum() != 0)
                        .map(Map.Entry::getKey)
                        .toList()
                : split.among();
        Map<String, BigDecimal> weights = new TreeMap<>();
        for (String team : among) {
            weights.put(team, weight(rule, team, period));
        }
        return weights;
    }

    private static BigDecimal weight(Rule rule, String team, Weights period) {
        if (rule.shared() instanceof Split.Even) {
            return BigDecimal.ONE;
        }
        Map<String, BigDecimal> counted = rule.shared() instanceof Split.ByUsage
                ? period.usage().getOrDefault(rule.number(), Map.of())
                : period.own();
        return counted.getOrDefault(team, BigDecimal.ZERO);
    }
}
