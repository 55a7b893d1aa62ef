package dev.comanda.cost.opinion.aws;

import dev.comanda.cost.opinion.Anomaly;
import dev.comanda.cost.opinion.CallBudget;
import dev.comanda.cost.opinion.Commitment;
import dev.comanda.cost.opinion.ControlTotal;
import dev.comanda.cost.opinion.CostExplorer;
import dev.comanda.cost.opinion.Forecast;
import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.costexplorer.CostExplorerClient;
import software.amazon.awssdk.services.costexplorer.model.DataUnavailableException;
import software.amazon.awssdk.services.costexplorer.model.DateInterval;
import software.amazon.awssdk.services.costexplorer.model.ForecastResult;
import software.amazon.awssdk.services.costexplorer.model.GetCostForecastResponse;
import software.amazon.awssdk.services.costexplorer.model.Granularity;
import software.amazon.awssdk.services.costexplorer.model.Group;
import software.amazon.awssdk.services.costexplorer.model.GroupDefinition;
import software.amazon.awssdk.services.costexplorer.model.GroupDefinitionType;
import software.amazon.awssdk.services.costexplorer.model.Metric;
import software.amazon.awssdk.services.costexplorer.model.MetricValue;
import software.amazon.awssdk.services.costexplorer.model.RootCause;

/** Cost Explorer by its API (AWS, "Billing and Cost Management API reference", Cost Explorer). */
public final class AwsCostExplorer implements CostExplorer, AutoCloseable {

    private static final String UNBLENDED = "UnblendedCost";
    private static final String AMORTIZED = "AmortizedCost";

    private static final GroupDefinition BY_SERVICE = GroupDefinition.builder()
            .type(GroupDefinitionType.DIMENSION)
            .key("SERVICE")
            .build();

    /** How sure a forecast's lowest and highest are, in percent. */
    private static final int SURE = 80;

    private final CostExplorerClient client;

    AwsCostExplorer(CostExplorerClient client) {
        this.client = client;
    }

    /**
     * @param endpoint where it is asked; null for AWS itself
     * @param budget counts each call over the wire
     */
    public static AwsCostExplorer open(@Nullable String endpoint, CallBudget budget) {
        return new AwsCostExplorer(Clients.open(endpoint, budget));
    }

    @Override
    public List<ControlTotal> totals(YearMonth period) {
        Map<String, ControlTotal> services = new TreeMap<>();
        Calls.pages(
                        token -> client.getCostAndUsage(ask -> ask.timePeriod(month(period))
                                .granularity(Granularity.MONTHLY)
                                .metrics(UNBLENDED, AMORTIZED)
                                .groupBy(BY_SERVICE)
                                .nextPageToken(token)),
                        page -> page.nextPageToken())
                .stream()
                .flatMap(page -> page.resultsByTime().stream())
                .flatMap(time -> time.groups().stream())
                .map(AwsCostExplorer::total)
                .forEach(each -> services.merge(each.service(), each, AwsCostExplorer::sum));
        return List.copyOf(services.values());
    }

    private static ControlTotal total(Group group) {
        MetricValue unblended = metric(group, UNBLENDED);
        return new ControlTotal(
                group.keys().get(0),
                new BigDecimal(unblended.amount()),
                new BigDecimal(metric(group, AMORTIZED).amount()),
                unblended.unit());
    }

    private static MetricValue metric(Group group, String name) {
        MetricValue value = group.metrics().get(name);
        if (value == null) {
            throw new OpsException(
                    ErrorCode.COST_EXPLORER_UNAVAILABLE,
                    "Cost Explorer answers without the " + name + " of " + group.keys());
        }
        return value;
    }

    private static ControlTotal sum(ControlTotal one, ControlTotal other) {
        return new ControlTotal(
                one.service(),
                one.unblended().add(other.unblended()),
                one.amortized().add(other.amortized()),
                one.currency());
    }

    @Override
    public List<Forecast> forecast(LocalDate today, YearMonth last) {
        DateInterval time = interval(today, last.plusMonths(1).atDay(1));
        return Calls.answer(() -> {
            GetCostForecastResponse answer = client.getCostForecast(ask -> ask.timePeriod(time)
                    .metric(Metric.UNBLENDED_COST)
                    .granularity(Granularity.MONTHLY)
                    .predictionIntervalLevel(SURE));
            String currency = answer.total().unit();
            return answer.forecastResultsByTime().stream()
                    .map(each -> expected(each, currency))
                    .toList();
        });
    }

    private static Forecast expected(ForecastResult month, String currency) {
        return new Forecast(
                YearMonth.from(LocalDate.parse(month.timePeriod().start())),
                new BigDecimal(month.meanValue()),
                new BigDecimal(month.predictionIntervalLowerBound()),
                new BigDecimal(month.predictionIntervalUpperBound()),
                currency);
    }

    @Override
    public List<Anomaly> anomalies(LocalDate from, LocalDate to) {
        return Calls.pages(
                        token -> client.getAnomalies(ask -> ask.dateInterval(
                                        days -> days.startDate(from.toString()).endDate(to.toString()))
                                .nextPageToken(token)),
                        page -> page.nextPageToken())
                .stream()
                .flatMap(page -> page.anomalies().stream())
                .map(AwsCostExplorer::anomaly)
                .toList();
    }

    private static Anomaly anomaly(software.amazon.awssdk.services.costexplorer.model.Anomaly found) {
        Optional<RootCause> cause = found.rootCauses().stream().findFirst();
        return new Anomaly(
                found.anomalyId(),
                cause.map(RootCause::service).orElse(""),
                cause.map(RootCause::linkedAccount).orElse(""),
                day(found.anomalyStartDate()),
                day(found.anomalyEndDate()),
                new BigDecimal(String.valueOf(found.impact().totalImpact())));
    }

    /** A date, or a moment in UTC. */
    private static LocalDate day(String text) {
        return LocalDate.parse(text.substring(0, "2026-08-01".length()));
    }

    @Override
    public List<Commitment> commitments(YearMonth period) {
        List<Commitment> commitments = new ArrayList<>();
        DateInterval time = month(period);
        add(
                commitments,
                Commitment.Kind.SAVINGS_PLANS,
                known(() -> client
                        .getSavingsPlansCoverage(ask -> ask.timePeriod(time).granularity(Granularity.MONTHLY))
                        .savingsPlansCoverages()
                        .stream()
                        .map(each -> each.coverage().coveragePercentage())
                        .findFirst()
                        .orElse(null)),
                known(() -> client.getSavingsPlansUtilization(ask -> ask.timePeriod(time))
                        .total()
                        .utilization()
                        .utilizationPercentage()));
        add(
                commitments,
                Commitment.Kind.RESERVATIONS,
                known(() -> client.getReservationCoverage(ask -> ask.timePeriod(time))
                        .total()
                        .coverageHours()
                        .coverageHoursPercentage()),
                known(() -> client.getReservationUtilization(ask -> ask.timePeriod(time))
                        .total()
                        .utilizationPercentage()));
        return commitments;
    }

    private static void add(
            List<Commitment> commitments,
            Commitment.Kind kind,
            Optional<BigDecimal> coverage,
            Optional<BigDecimal> utilisation) {
        if (coverage.isPresent() && utilisation.isPresent()) {
            commitments.add(new Commitment(kind, coverage.get(), utilisation.get()));
        }
    }

    /** Who has no commitment of a kind is told that there are no data of it. */
    private static Optional<BigDecimal> known(Supplier<@Nullable String> percent) {
        return Calls.answer(() -> {
            try {
                return Optional.ofNullable(percent.get()).map(BigDecimal::new);
            } catch (DataUnavailableException e) {
                return Optional.<BigDecimal>empty();
            }
        });
    }

    private static DateInterval month(YearMonth period) {
        return interval(period.atDay(1), period.plusMonths(1).atDay(1));
    }

    /** @param end the first day that is not in it */
    private static DateInterval interval(LocalDate start, LocalDate end) {
        return DateInterval.builder()
                .start(start.toString())
                .end(end.toString())
                .build();
    }

    @Override
    public void close() {
        client.close();
    }
}
