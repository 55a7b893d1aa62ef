package dev.comanda.web.costs;

import dev.comanda.cost.charge.CostQuestion;
import dev.comanda.cost.charge.CostRow;
import dev.comanda.cost.charge.Metric;
import dev.comanda.cost.charge.ReportKey;
import dev.comanda.cost.charge.ReportKey.Column;
import dev.comanda.cost.fact.CostFacts;
import dev.comanda.cost.report.CostBreakdown;
import dev.comanda.cost.report.CostBreakdowns;
import dev.comanda.cost.report.CostReports;
import dev.comanda.cost.report.Span;
import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the cloud cost, grouped, compared and narrowed down. */
@Controller
class CostPages {

    private static final int MOST_ROWS = 100;
    private static final int MOST_DAYS_DRAWN = 100;

    /** What can be chosen; each bill's tags come on top. */
    private static final List<Column> KEYS =
            Arrays.stream(Column.values()).filter(key -> key != Column.RULE).toList();

    private final Periods periods;
    private final CostReports reports;
    private final CostBreakdowns breakdowns;

    CostPages(Periods periods, CostReports reports, CostBreakdowns breakdowns) {
        this.periods = periods;
        this.reports = reports;
        this.breakdowns = breakdowns;
    }

    /** A row with what leads on from it. */
    record ShownRow(CostBreakdown.Row row, @Nullable String drillDown, String why) {}

    /** A breakdown with its rows, and its chart over time if there is anything to draw. */
    record ShownCosts(
            CostBreakdown costs, List<ShownRow> rows, @Nullable DailyCosts daily, @Nullable CostChart chart) {}

    /** What is filtered, and the address without it. */
    record Chip(CostQuestion.Filter filter, String without) {

        public String text() {
            return ExplorerQuery.text(filter);
        }
    }

    @GetMapping("/costs")
    ModelAndView show(@RequestParam MultiValueMap<String, String> asked, Model model) {
        ExplorerQuery query = ExplorerQuery.of(asked);
        List<YearMonth> months = periods.months();
        model.addAttribute("query", query);
        model.addAttribute("months", months);
        model.addAttribute("keys", KEYS);
        model.addAttribute("metrics", Metric.values());
        model.addAttribute("chips", chips(query));
        if (months.isEmpty()) {
            return new ModelAndView("costs", model.asMap());
        }
        Optional<Span> span = periods.span(query, months);
        if (span.isEmpty()) {
            model.addAttribute("unusableDays", true);
            return new ModelAndView("costs", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        add(query, span.get(), months, model);
        return new ModelAndView("costs", model.asMap());
    }

    private void add(ExplorerQuery query, Span span, List<YearMonth> months, Model model) {
        model.addAttribute("span", span);
        model.addAttribute("table", query.reading().href("/costs/table.csv"));
        CostQuestion question = new CostQuestion(query.by(), query.metric(), query.filters(), span.days());
        Span before = query.compares() ? span.before(periods.billedUntil(months.get(0))) : null;
        if (!query.reads() && !(isQuick(span, question) && (before == null || isQuick(before, question)))) {
            model.addAttribute("slow", query.reading().href("/costs"));
            return;
        }
        model.addAttribute("before", before);
        try {
            List<DailyCosts> daily = daily(query, span);
            model.addAttribute(
                    "all",
                    breakdowns.of(new CostBreakdowns.Wanted(span, before, question, MOST_ROWS)).stream()
                            .map(each -> shown(query, each, daily))
                            .toList());
        } catch (OpsException e) {
            if (e.code() != ErrorCode.NOT_FOUND) {
                throw e;
            }
            model.addAttribute("all", List.of());
        }
    }

    private boolean isQuick(Span span, CostQuestion question) {
        return reports.isQuick(span.from(), span.to(), question);
    }

    private static ShownCosts shown(ExplorerQuery query, CostBreakdown costs, List<DailyCosts> daily) {
        List<ShownRow> rows = costs.rows().stream()
                .map(row -> new ShownRow(
                        row,
                        DrillDown.into(query, row.values())
                                .map(into -> into.href("/costs"))
                                .orElse(null),
                        query.within(row.values()).href("/costs/why")))
                .toList();
        DailyCosts drawn = daily.stream()
                .filter(each -> each.currency().equals(costs.currency()))
                .findFirst()
                .orElse(null);
        return new ShownCosts(costs, rows, drawn, drawn == null ? null : CostChart.of(drawn));
    }

    /** By day, or by month where there are too many days; by the first key, where the facts know it. */
    private List<DailyCosts> daily(ExplorerQuery query, Span span) {
        long days = ChronoUnit.DAYS.between(span.first(), span.last()) + 1;
        List<ReportKey> keys = new ArrayList<>();
        keys.add(days > MOST_DAYS_DRAWN ? Column.MONTH : Column.DATE);
        ReportKey first = query.by().get(0);
        if (first instanceof Column column && CostFacts.KEYS.contains(column) && !keys.contains(first)) {
            keys.add(first);
        }
        List<CostRow> rows = new ArrayList<>();
        reports.report(
                span.from(),
                span.to(),
                new CostQuestion(keys, query.metric(), query.filters(), span.days()),
                rows::add);
        return DailyCosts.of(rows);
    }

    private static List<Chip> chips(ExplorerQuery query) {
        return query.filters().stream()
                .map(filter -> new Chip(
                        filter,
                        query.where(query.filters().stream()
                                        .filter(each -> !each.equals(filter))
                                        .toList())
                                .href("/costs")))
                .toList();
    }
}
