package dev.comanda.web.home;

import dev.comanda.cost.imports.ImportHistory;
import dev.comanda.ops.approval.Proposal.Kind;
import dev.comanda.ops.approval.Proposals;
import dev.comanda.ops.casework.Cases;
import dev.comanda.ops.casework.Cases.Standing;
import dev.comanda.ops.close.Closes;
import dev.comanda.ops.ingest.SourceViews;
import dev.comanda.ops.ingest.SourceViews.Which;
import dev.comanda.ops.jobcontrol.NightView;
import dev.comanda.ops.jobcontrol.NightViews;
import dev.comanda.ops.reconciliation.Reconciliation;
import dev.comanda.ops.reconciliation.ReconciliationDay;
import dev.comanda.ops.reconciliation.ReconciliationDay.OpenBreaks;
import dev.comanda.ops.reconciliation.ReconciliationViews;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class HomePage {

    private static final int NIGHTS = 7;
    private static final int SOURCES = 10;
    private static final int PROPOSALS = 5;
    private static final int REQUESTS = 20;
    private static final int LARGEST = 8;

    /** Open breaks of one type, beside the reconciliation that found them. */
    record Largest(Reconciliation reconciliation, OpenBreaks open) {}

    private final NightViews nights;
    private final ReconciliationViews reconciliations;
    private final SourceViews sources;
    private final Closes closes;
    private final Cases cases;
    private final Proposals proposals;
    private final ImportHistory bills;

    HomePage(
            NightViews nights,
            ReconciliationViews reconciliations,
            SourceViews sources,
            Closes closes,
            Cases cases,
            Proposals proposals,
            ImportHistory bills) {
        this.bills = bills;
        this.cases = cases;
        this.proposals = proposals;
        this.nights = nights;
        this.reconciliations = reconciliations;
        this.sources = sources;
        this.closes = closes;
    }

    private Map<LocalDate, List<String>> missing(List<NightView> latest) {
        return latest.stream()
                .filter(NightView::incomplete)
                .map(NightView::businessDate)
                .collect(Collectors.toMap(date -> date, nights::missing));
    }

    @GetMapping("/")
    String show(Model model) {
        List<NightView> latest = nights.nights(0, NIGHTS);
        model.addAttribute("nights", latest);
        model.addAttribute("missing", missing(latest));
        latest.stream().findFirst().ifPresent(night -> model.addAttribute("night", night));
        closes.lastSignedOff().ifPresent(last -> model.addAttribute("lastSignedOff", last));
        closes.next().ifPresent(next -> model.addAttribute("nextToSignOff", next));
        List<Standing> standing = cases.standing();
        model.addAttribute(
                "openCases", standing.stream().mapToLong(Standing::open).sum());
        model.addAttribute(
                "overdueCases", standing.stream().mapToLong(Standing::overdue).sum());
        model.addAttribute("approvals", proposals.countWaiting(Kind.CASE_RESOLUTION));
        model.addAttribute("rulesToDecide", proposals.waiting(Kind.ALLOCATION_RULES, 0, PROPOSALS));
        model.addAttribute("sources", sources.sources(Which.WITH_PROBLEMS, 0, SOURCES));
        model.addAttribute(
                "pending",
                nights.requests(REQUESTS).stream()
                        .filter(request -> request.endedAt() == null)
                        .count());
        bills.shown(0, 1).stream().findFirst().ifPresent(bill -> model.addAttribute("bill", bill));
        bills.lastImport().ifPresent(last -> model.addAttribute("lastImport", last));
        model.addAttribute("refusedBills", bills.countOpen());
        reconciliations.publishedDates(1).stream().findFirst().ifPresent(date -> {
            model.addAttribute("date", date);
            List<ReconciliationDay> days = reconciliations.day(date);
            model.addAttribute("days", days);
            model.addAttribute("largest", largest(days));
            model.addAttribute(
                    "openBreaks",
                    days.stream().mapToLong(ReconciliationDay::breakCount).sum());
            model.addAttribute("findings", sum(reconciliations.findings(date).values()));
        });
        return "home";
    }

    private static List<Largest> largest(List<ReconciliationDay> days) {
        return days.stream()
                .flatMap(day -> day.breaks().stream().map(open -> new Largest(day.reconciliation(), open)))
                .sorted(Comparator.comparing(
                                (Largest each) -> each.open().difference().abs())
                        .reversed())
                .limit(LARGEST)
                .toList();
    }

    private static int sum(Collection<Integer> counts) {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }
}
