package dev.comanda.web.costs;

import dev.comanda.cost.allocation.AllocationRules;
import dev.comanda.cost.allocation.Rule;
import dev.comanda.cost.allocation.RulesSource;
import dev.comanda.cost.allocation.Share;
import dev.comanda.cost.charge.CostQuestion;
import dev.comanda.cost.charge.CostQuestion.Filter;
import dev.comanda.cost.charge.CostRow;
import dev.comanda.cost.charge.ReportKey;
import dev.comanda.cost.charge.ReportKey.Column;
import dev.comanda.cost.fact.CostFacts;
import dev.comanda.cost.imports.PublishedBills;
import dev.comanda.cost.report.CostEvidence;
import dev.comanda.cost.report.CostReports;
import dev.comanda.cost.report.Span;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Answers "why this number?": by which rules it is whose, from which deliveries it comes, and which lines it is made of. */
@Controller
class EvidencePages {

    private static final int MOST_LINES = 100;
    private static final List<ReportKey> BY_RULE = List.of(Column.RULE, Column.MONTH);

    /** Who bears a line that a rule shares is said by the rule, and not by the line. */
    private static final List<ReportKey> OF_BEARER = List.of(Column.TEAM, Column.DOMAIN);

    private final Periods periods;
    private final CostReports reports;
    private final CostEvidence evidence;
    private final CostFacts facts;
    private final RulesSource rules;
    private final PublishedBills published;

    EvidencePages(
            Periods periods,
            CostReports reports,
            CostEvidence evidence,
            CostFacts facts,
            RulesSource rules,
            PublishedBills published) {
        this.periods = periods;
        this.reports = reports;
        this.evidence = evidence;
        this.facts = facts;
        this.rules = rules;
        this.published = published;
    }

    /**
     * What one rule gave of one bill.
     *
     * @param settledBy the rule's number, or that none did
     * @param rule null where none did
     * @param borne in billionths, of what the rule shares; null where it shares nothing, or nobody is asked about
     * @param lines the address of the lines
     */
    record Part(
            String settledBy,
            @Nullable Rule rule,
            YearMonth period,
            BigDecimal cost,
            String currency,
            @Nullable Share borne,
            String lines) {}

    @GetMapping("/costs/why")
    String why(@RequestParam MultiValueMap<String, String> asked, Model model) {
        ExplorerQuery query = ExplorerQuery.of(asked);
        Span span = periods.publishedSpan(query);
        model.addAttribute("query", query);
        model.addAttribute("span", span);
        CostQuestion question = new CostQuestion(BY_RULE, query.metric(), query.filters(), span.days());
        model.addAttribute("back", query.href("/costs"));
        if (!query.reads() && !reports.isQuick(span.from(), span.to(), question)) {
            model.addAttribute("slow", query.reading().href("/costs/why"));
            return "cost-why";
        }
        AllocationRules inForce = rules.current();
        List<Part> parts = new ArrayList<>();
        reports.report(span.from(), span.to(), question, row -> parts.add(part(row, query, inForce)));
        parts.sort(Comparator.comparing((Part part) -> part.cost().abs()).reversed());
        model.addAttribute("parts", parts);
        model.addAttribute("totals", totals(parts));
        model.addAttribute("rules", inForce);
        model.addAttribute("bills", published.between(span.from(), span.to()));
        return "cost-why";
    }

    private static Map<String, BigDecimal> totals(List<Part> parts) {
        Map<String, BigDecimal> totals = new TreeMap<>();
        parts.forEach(each -> totals.merge(each.currency(), each.cost(), BigDecimal::add));
        return totals;
    }

    private Part part(CostRow row, ExplorerQuery query, AllocationRules inForce) {
        String settledBy = row.keys().get(0);
        YearMonth period = YearMonth.parse(row.keys().get(1));
        Rule rule = inForce.rules().stream()
                .filter(each -> String.valueOf(each.number()).equals(settledBy))
                .findFirst()
                .orElse(null);
        List<Filter> ofLines = new ArrayList<>(query.filters());
        if (rule != null && rule.shared() != null) {
            ofLines.removeIf(each -> OF_BEARER.contains(each.key()));
        }
        ofLines.removeIf(each -> each.key() == Column.RULE || each.key() == Column.MONTH);
        ofLines.add(new Filter(Column.RULE, settledBy));
        ofLines.add(new Filter(Column.MONTH, period.toString()));
        return new Part(
                settledBy,
                rule,
                period,
                row.cost(),
                row.currency(),
                borne(rule, period, query).orElse(null),
                query.where(ofLines).href("/costs/lines"));
    }

    private Optional<Share> borne(@Nullable Rule rule, YearMonth period, ExplorerQuery query) {
        if (rule == null || rule.shared() == null) {
            return Optional.empty();
        }
        return query.filters().stream()
                .filter(each -> each.key() == Column.TEAM)
                .findFirst()
                .flatMap(team -> facts.shares(period).stream()
                        .filter(each ->
                                each.rule() == rule.number() && each.team().equals(team.value()))
                        .findFirst());
    }

    /** The lines of one bill; the filters say of which. */
    @GetMapping("/costs/lines")
    String lines(@RequestParam MultiValueMap<String, String> asked, Model model) {
        ExplorerQuery query = ExplorerQuery.of(asked);
        Span span = periods.publishedSpan(query);
        YearMonth period = periods.months().stream()
                .filter(month -> query.filters().contains(new Filter(Column.MONTH, month.toString())))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("query", query);
        model.addAttribute("period", period);
        model.addAttribute("back", query.href("/costs/why"));
        model.addAttribute("most", MOST_LINES);
        model.addAttribute(
                "lines",
                evidence.largestLines(
                        period, new CostQuestion(List.of(), query.metric(), query.filters(), span.days()), MOST_LINES));
        return "cost-lines";
    }
}
