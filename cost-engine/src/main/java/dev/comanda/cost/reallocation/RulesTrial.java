package dev.comanda.cost.reallocation;

import dev.comanda.cost.allocation.AllocationRules;
import dev.comanda.cost.allocation.Owner;
import dev.comanda.cost.charge.CostQuestion;
import dev.comanda.cost.charge.CostRow;
import dev.comanda.cost.charge.Metric;
import dev.comanda.cost.charge.ReportKey.Column;
import dev.comanda.cost.report.CostReports;
import dev.comanda.cost.scan.ChargeScan;
import dev.comanda.cost.scan.ChargeScan.PeriodFiles;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Allocates a published bill by changed rules, and says what is another's by them than by those in force. */
public final class RulesTrial {

    private static final BigDecimal ZERO = new BigDecimal("0.000000000000");

    private static final Map<Owner, Column> KEYS =
            Map.of(Owner.TEAM, Column.TEAM, Owner.DOMAIN, Column.DOMAIN, Owner.ENVIRONMENT, Column.ENVIRONMENT);

    private final CostReports reports;
    private final ChargeScan scan;

    public RulesTrial(CostReports reports, ChargeScan scan) {
        this.reports = reports;
        this.scan = scan;
    }

    /**
     * What those owners cost, by service, whose cost is not the same. The changes of each kind of owner add up to nothing, as the bill is
     * the same.
     *
     * @param bill of a period that is published
     */
    public List<MovedCost> moved(PeriodFiles bill, AllocationRules changed) {
        List<MovedCost> moved = new ArrayList<>();
        for (Owner owner : Owner.values()) {
            // Each kind is asked for by itself: only then is what is shared rounded as reports by it are.
            CostQuestion question =
                    new CostQuestion(List.of(KEYS.getOrDefault(owner, Column.TEAM), Column.SERVICE), Metric.AMORTIZED);
            Costs before = new Costs();
            reports.report(bill.period(), bill.period(), question, before);
            Costs after = new Costs();
            scan.report(List.of(bill), question, changed, after);
            moved.addAll(moved(owner, before.costs, after.costs));
        }
        return moved;
    }

    private record Place(String name, String currency, String service) implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            int byName = name.compareTo(other.name);
            int byCurrency = byName == 0 ? currency.compareTo(other.currency) : byName;
            return byCurrency == 0 ? service.compareTo(other.service) : byCurrency;
        }
    }

    private static final class Costs implements Consumer<CostRow> {

        private final Map<Place, BigDecimal> costs = new TreeMap<>();

        @Override
        public void accept(CostRow row) {
            costs.put(new Place(row.keys().get(0), row.currency(), row.keys().get(1)), row.cost());
        }
    }

    private static List<MovedCost> moved(Owner owner, Map<Place, BigDecimal> before, Map<Place, BigDecimal> after) {
        Set<Place> places = new TreeSet<>(before.keySet());
        places.addAll(after.keySet());
        Set<String> changed = new TreeSet<>();
        places.forEach(place -> {
            if (before.getOrDefault(place, ZERO).compareTo(after.getOrDefault(place, ZERO)) != 0) {
                changed.add(place.name());
            }
        });
        return places.stream()
                .filter(place -> changed.contains(place.name()))
                .map(place -> new MovedCost(
                        owner,
                        place.name(),
                        place.service(),
                        place.currency(),
                        before.getOrDefault(place, ZERO),
                        after.getOrDefault(place, ZERO)))
                .toList();
    }
}
