package dev.comanda.cost.opinion;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Supplier;

/** Asks only what was not answered in the last hours. */
public final class RememberedCostExplorer implements CostExplorer {

    private final CostExplorer explorer;
    private final Answers answers;
    private final Duration fresh;
    private final Clock clock;

    /** @param fresh how long an answer stands */
    public RememberedCostExplorer(CostExplorer explorer, Answers answers, Duration fresh, Clock clock) {
        this.explorer = explorer;
        this.answers = answers;
        this.fresh = fresh;
        this.clock = clock;
    }

    @Override
    public List<ControlTotal> totals(YearMonth period) {
        return answer("totals " + period, ControlTotal.class, () -> explorer.totals(period));
    }

    @Override
    public List<Forecast> forecast(LocalDate today, YearMonth last) {
        return answer("forecast " + today + " " + last, Forecast.class, () -> explorer.forecast(today, last));
    }

    @Override
    public List<Anomaly> anomalies(LocalDate from, LocalDate to) {
        return answer("anomalies " + from + " " + to, Anomaly.class, () -> explorer.anomalies(from, to));
    }

    @Override
    public List<Commitment> commitments(YearMonth period) {
        return answer("commitments " + period, Commitment.class, () -> explorer.commitments(period));
    }

    private <T> List<T> answer(String question, Class<T> row, Supplier<List<T>> asked) {
        return answers.find(question, row, clock.instant().minus(fresh)).orElseGet(() -> {
            List<T> rows = asked.get();
            answers.keep(question, rows, clock.instant());
            return rows;
        });
    }
}
