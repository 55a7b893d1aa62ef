package dev.comanda.web.costs;

import dev.comanda.cost.charge.CostQuestion.Days;
import dev.comanda.cost.fact.CostFacts;
import dev.comanda.cost.imports.PublishedBills;
import dev.comanda.cost.report.CostReports;
import dev.comanda.cost.report.Span;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The periods that costs can be asked of. */
@Component
class Periods {

    static final String LAST_DAYS = "last-30-days";
    static final String LAST_MONTHS = "last-3-months";
    static final String DAYS = "days";

    private static final int SO_MANY_DAYS = 30;
    private static final int SO_MANY_MONTHS = 3;
    private static final int MOST_DAYS = 1_100;

    private final PublishedBills published;
    private final CostFacts facts;
    private final CostReports reports;

    Periods(PublishedBills published, CostFacts facts, CostReports reports) {
        this.published = published;
        this.facts = facts;
        this.reports = reports;
    }

    /** The months that are published, newest first. */
    List<YearMonth> months() {
        return reports.periods();
    }

    /** The last day that anything was used on by the newest bill; its last day where nothing says. */
    LocalDate billedUntil(YearMonth newest) {
        return facts.lastDay().orElse(newest.atEndOfMonth());
    }

    /**
     * What a query is about; empty where its days are none, the wrong way round, or too far apart.
     *
     * @param months that are published, newest first; one at least
     */
    Optional<Span> span(ExplorerQuery query, List<YearMonth> months) {
        YearMonth newest = months.get(0);
        return switch (query.period()) {
            case LAST_DAYS -> {
                LocalDate last = billedUntil(newest);
                yield Optional.of(Span.of(new Days(last.minusDays(SO_MANY_DAYS - 1), last)));
            }
            case LAST_MONTHS -> Optional.of(Span.of(newest.minusMonths(SO_MANY_MONTHS - 1), newest));
            case DAYS -> days(query).map(Span::of);
            default -> Optional.of(Span.of(month(query.period()).orElse(newest)));
        };
    }

    /**
     * The same, where something of it is published.
     *
     * @throws ResponseStatusException 404 where nothing is, 422 where its days are none
     */
    Span publishedSpan(ExplorerQuery query) {
        List<YearMonth> months = months();
        if (months.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Span span =
                span(query, months).orElseThrow(() -> new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT));
        if (published.between(span.from(), span.to()).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return span;
    }

    private static Optional<Days> days(ExplorerQuery query) {
        try {
            LocalDate first = LocalDate.parse(query.from());
            LocalDate last = LocalDate.parse(query.to());
            boolean isUsable = !last.isBefore(first) && last.isBefore(first.plusDays(MOST_DAYS));
            return isUsable ? Optional.of(new Days(first, last)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<YearMonth> month(String text) {
        try {
            return Optional.of(YearMonth.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
