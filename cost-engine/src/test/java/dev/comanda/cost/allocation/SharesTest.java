package dev.comanda.cost.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.comanda.cost.allocation.Shares.Weights;
import dev.comanda.cost.allocation.yaml.RulesReader;
import dev.comanda.cost.charge.CostRow;
import dev.comanda.cost.charge.RoundedRows;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is shared is divided without a rest. */
class SharesTest {

    private static AllocationRules rules(String split) {
        return RulesReader.read("the test", "version: 1\nrules:\n  - " + split);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void proportionalSharesAddUpToTheWholeAndAreNoBillionthOff(long seed) {
        Random random = new Random(seed);
        Map<String, BigDecimal> own = new TreeMap<>();
        int teams = 1 + random.nextInt(200);
        for (int team = 0; team < teams; team++) {
            own.put("team-" + team, new BigDecimal(random.nextLong(1, 1L << 60)).movePointLeft(random.nextInt(18)));
        }
        BigDecimal all = own.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);

        List<Share> shares = new Shares(rules("shared: proportional")).of(new Weights(own, Map.of()));

        assertThat(shares.stream().mapToLong(Share::billionths).sum()).isEqualTo(Share.WHOLE);
        assertThat(shares).hasSize(teams).allSatisfy(share -> assertThat(BigDecimal.valueOf(share.billionths())
                        .subtract(own.getOrDefault(share.team(), BigDecimal.ZERO)
                                .multiply(BigDecimal.valueOf(Share.WHOLE))
                                .divide(all, MathContext.DECIMAL128))
                        .abs())
                .isLessThanOrEqualTo(BigDecimal.ONE));
    }

    @Test
    void aTeamThatGotMoreBackThanItCostBearsNothing() {
        assertThat(new Shares(rules("shared: proportional"))
                        .of(new Weights(Map.of("a", BigDecimal.TEN, "b", BigDecimal.TEN.negate()), Map.of())))
                .containsExactly(new Share(1, "a", Owner.UNALLOCATED, Share.WHOLE));
    }

    @Test
    void whatNobodyBearsIsUnallocated() {
        assertThat(new Shares(rules("shared: even")).of(new Weights(Map.of(), Map.of())))
                .containsExactly(new Share(1, Owner.UNALLOCATED, Owner.UNALLOCATED, Share.WHOLE));
        assertThat(new Shares(rules("{shared: usage, by: {service: x}, among: [a]}"))
                        .of(new Weights(Map.of("a", BigDecimal.TEN), Map.of())))
                .containsExactly(new Share(1, Owner.UNALLOCATED, Owner.UNALLOCATED, Share.WHOLE));
    }

    @Test
    void evenlyMeansEverybodyThatIsNamedOrHasACostOfItsOwn() {
        Weights weights = new Weights(Map.of("a", BigDecimal.ONE, "b", BigDecimal.TEN, "c", BigDecimal.ZERO), Map.of());

        assertThat(new Shares(rules("shared: even")).of(weights))
                .extracting(Share::team, Share::billionths)
                .containsExactly(tuple("a", 500_000_000L), tuple("b", 500_000_000L));
        assertThat(new Shares(rules("{shared: even, among: [a, c, d]}")).of(weights))
                .extracting(Share::team, Share::billionths)
                .containsExactly(tuple("a", 333_333_333L), tuple("c", 333_333_334L), tuple("d", 333_333_333L));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void roundedRowsAddUpToWhatTheyWere(long seed) {
        Random random = new Random(seed);
        List<CostRow> rows = new ArrayList<>();
        RoundedRows rounded = new RoundedRows(rows::add);
        Map<String, BigDecimal> exact = new TreeMap<>();
        for (int row = 0; row < 500; row++) {
            String currency = random.nextBoolean() ? "USD" : "BRL";
            BigDecimal cost = BigDecimal.valueOf(random.nextLong(), 21);
            exact.merge(currency, cost, BigDecimal::add);
            rounded.accept(List.of(), cost, currency);
            assertThat(rows.get(row).cost().subtract(cost).abs()).isLessThanOrEqualTo(new BigDecimal("1e-12"));
        }
        exact.forEach((currency, sum) -> {
            BigDecimal left = new BigDecimal("1.000000000000").subtract(sum);
            rounded.accept(List.of(), left, currency);
            assertThat(rows.stream()
                            .filter(each -> each.currency().equals(currency))
                            .map(CostRow::cost)
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo("1");
        });
    }
}
