package dev.comanda.web.allocation;

import dev.comanda.cost.allocation.AllocationRules;
import dev.comanda.cost.allocation.Rule;
import dev.comanda.cost.allocation.RulesKeeper;
import dev.comanda.cost.charge.CostQuestion;
import dev.comanda.cost.charge.CostRow;
import dev.comanda.cost.charge.Metric;
import dev.comanda.cost.charge.ReportKey.Column;
import dev.comanda.cost.reallocation.RulesChanges;
import dev.comanda.cost.report.CostReports;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows the rules in force, what each of them is about in money, and the changes that people asked for. */
@Controller
class RulesPages {

    private static final int MOST_CHANGES = 20;
    private static final MediaType YAML = new MediaType("application", "yaml", StandardCharsets.UTF_8);

    private final RulesKeeper rules;
    private final RulesChanges changes;
    private final CostReports reports;

    RulesPages(RulesKeeper rules, RulesChanges changes, CostReports reports) {
        this.rules = rules;
        this.changes = changes;
        this.reports = reports;
    }

    /** A rule with what it settled in the newest bill. */
    record ShownRule(Rule rule, List<CostRow> costs) {}

    @GetMapping("/costs/rules")
    String show(Model model) {
        AllocationRules inForce = add(model);
        model.addAttribute("form", ChangeForm.of(inForce, months()));
        return "cost-rules";
    }

    /** The months that are published, newest first. */
    List<YearMonth> months() {
        return reports.periods();
    }

    AllocationRules add(Model model) {
        AllocationRules inForce = rules.current();
        List<YearMonth> months = months();
        model.addAttribute("rules", inForce);
        model.addAttribute("mayReplace", rules.mayReplace());
        model.addAttribute("months", months);
        List<CostRow> costs = months.isEmpty() ? List.of() : costs(months.get(0));
        model.addAttribute(
                "shown",
                inForce.rules().stream()
                        .map(rule -> new ShownRule(rule, ofRule(costs, String.valueOf(rule.number()))))
                        .toList());
        model.addAttribute(
                "nobodys", costs.stream().filter(RulesPages::isOfNoRule).toList());
        model.addAttribute("changes", changes.recent(MOST_CHANGES));
        return inForce;
    }

    /** None where the facts are of other rules: reading all lines again is for who asks for it. */
    private List<CostRow> costs(YearMonth month) {
        CostQuestion byRule = new CostQuestion(List.of(Column.RULE), Metric.AMORTIZED);
        List<CostRow> costs = new ArrayList<>();
        if (reports.isQuick(month, month, byRule)) {
            reports.report(month, month, byRule, costs::add);
        }
        return costs;
    }

    private static List<CostRow> ofRule(List<CostRow> costs, String rule) {
        return costs.stream().filter(each -> each.keys().get(0).equals(rule)).toList();
    }

    private static boolean isOfNoRule(CostRow row) {
        return !Character.isDigit(row.keys().get(0).charAt(0));
    }

    @GetMapping("/costs/rules/file")
    ResponseEntity<byte[]> download() {
        ContentDisposition asFile =
                ContentDisposition.attachment().filename("rules.yaml").build();
        return ResponseEntity.ok()
                .contentType(YAML)
                .header(HttpHeaders.CONTENT_DISPOSITION, asFile.toString())
                .body(rules.current().content().getBytes(StandardCharsets.UTF_8));
    }
}
