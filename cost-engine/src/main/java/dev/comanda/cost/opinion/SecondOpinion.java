package dev.comanda.cost.opinion;

import dev.comanda.cost.charge.CostQuestion;
import dev.comanda.cost.charge.CostRow;
import dev.comanda.cost.charge.Metric;
import dev.comanda.cost.charge.ReportKey;
import dev.comanda.cost.charge.ReportKey.Column;
import dev.comanda.cost.report.CostReports;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Compares a published bill with what Cost Explorer says of its month. */
public final class SecondOpinion {

    /** To Cost Explorer tax is a service; the bill says of each tax which service it is on. */
    private static final String TAX = "Tax";

    private static final List<ReportKey> BY_SERVICE = List.of(Column.SERVICE, Column.CHARGE_TYPE);

    private final CostReports reports;
    private final CostExplorer explorer;
    private final ServiceNames names;

    public SecondOpinion(CostReports reports, CostExplorer explorer, ServiceNames names) {
        this.reports = reports;
        this.explorer = explorer;
        this.names = names;
    }

    /**
     * Each service of the one or the other, by name.
     *
     * @param metric unblended or amortised, which both know
     */
    public List<Comparison> compare(YearMonth period, Metric metric) {
        Map<String, Comparison> services = new TreeMap<>();
        reports.report(period, period, new CostQuestion(BY_SERVICE, metric), row -> add(services, ofBill(row)));
        for (ControlTotal each : explorer.totals(period)) {
            add(services, ofExplorer(each, metric));
        }
        return List.copyOf(services.values());
    }

    private Comparison ofBill(CostRow row) {
        String code = row.keys().get(0);
        Optional<String> service = row.keys().get(1).equals(TAX)
                ? Optional.of(TAX)
                : names.ofProductCode(code).or(() -> names.ofExplorerName(code));
        return new Comparison(service.orElse(code), row.cost(), BigDecimal.ZERO, row.currency(), service.isPresent());
    }

    private Comparison ofExplorer(ControlTotal total, Metric metric) {
        Optional<String> service =
                total.service().equals(TAX) ? Optional.of(TAX) : names.ofExplorerName(total.service());
        BigDecimal cost =
                switch (metric) {
                    case UNBLENDED -> total.unblended();
                    case AMORTIZED -> total.amortized();
                    case NET_AMORTIZED, LIST ->
                        throw new IllegalArgumentException("Cost Explorer is not asked for " + metric.code());
                };
        return new Comparison(
                service.orElse(total.service()), BigDecimal.ZERO, cost, total.currency(), service.isPresent());
    }

    private static void add(Map<String, Comparison> services, Comparison part) {
        services.merge(
                part.service(),
                part,
                (one, other) -> new Comparison(
                        one.service(),
                        one.bill().add(other.bill()),
                        one.costExplorer().add(other.costExplorer()),
                        one.currency(),
                        one.isMapped() && other.isMapped()));
    }
}
