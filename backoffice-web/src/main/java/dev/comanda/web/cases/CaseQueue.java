package dev.comanda.web.cases;

import dev.comanda.ops.casework.CaseQuery;
import dev.comanda.ops.casework.CaseStatus;
import dev.comanda.ops.casework.CaseView;
import dev.comanda.ops.casework.Cases;
import dev.comanda.ops.casework.Cases.Automation;
import dev.comanda.ops.casework.Cases.Standing;
import dev.comanda.ops.casework.Casework;
import dev.comanda.web.look.Moments;
import dev.comanda.web.look.Paging;
import java.security.Principal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The queue of cases, by urgency, and taking many of them. */
@Controller
class CaseQueue {

    private static final int AUTOMATION_DAYS = 30;

    /** How a case stands in the queue; the order is that of its groups. */
    enum Urgency {
        OVERDUE,
        TODAY,
        LATER,
        WAITING,
        CLOSED
    }

    /** @param automatic in how many of the last nights' closings nobody was needed */
    record Figures(long open, long overdue, long mine, long waiting, long automatic, long closed) {}

    private final Cases cases;
    private final Casework casework;
    private final Teams teams;
    private final Moments moments;

    CaseQueue(Cases cases, Casework casework, Teams teams, Moments moments) {
        this.cases = cases;
        this.casework = casework;
        this.teams = teams;
        this.moments = moments;
    }

    @GetMapping("/cases")
    String show(CaseFilter filter, @RequestParam(defaultValue = "1") int page, Principal principal, Model model) {
        CaseQuery query = filter.query(principal.getName());
        Paging<CaseView> found = Paging.read(page, (offset, limit) -> cases.find(query, offset, limit));
        model.addAttribute("filter", filter);
        model.addAttribute("found", found);
        model.addAttribute("groups", groups(found.rows()));
        model.addAttribute("total", cases.total(query));
        model.addAttribute("figures", figures(principal.getName()));
        model.addAttribute("causes", cases.causes());
        model.addAttribute("teams", teams.all());
        model.addAttribute("statuses", CaseStatus.values());
        return "cases";
    }

    private Map<Urgency, List<CaseView>> groups(List<CaseView> rows) {
        Map<Urgency, List<CaseView>> groups = new EnumMap<>(Urgency.class);
        Arrays.stream(Urgency.values()).forEach(urgency -> {
            List<CaseView> those =
                    rows.stream().filter(row -> urgency(row) == urgency).toList();
            if (!those.isEmpty()) {
                groups.put(urgency, those);
            }
        });
        return groups;
    }

    private Urgency urgency(CaseView row) {
        return switch (row.status()) {
            case WAITING -> Urgency.WAITING;
            case CLOSED -> Urgency.CLOSED;
            case OPEN ->
                moments.isPast(row.dueAt())
                        ? Urgency.OVERDUE
                        : moments.isToday(row.dueAt()) ? Urgency.TODAY : Urgency.LATER;
        };
    }

    private Figures figures(String person) {
        List<Standing> standing = cases.standing();
        List<Automation> nights = cases.automation(moments.today().minusDays(AUTOMATION_DAYS), moments.today());
        return new Figures(
                standing.stream().mapToLong(Standing::open).sum(),
                standing.stream().mapToLong(Standing::overdue).sum(),
                cases.total(CaseQuery.of(person)).cases(),
                standing.stream().mapToLong(Standing::waiting).sum(),
                nights.stream().mapToLong(Automation::automatically).sum(),
                nights.stream().mapToLong(Automation::closed).sum());
    }

    @PostMapping("/cases/claims")
    String claim(
            CaseFilter filter,
            @RequestParam(name = "id", defaultValue = "") List<UUID> ids,
            Principal principal,
            RedirectAttributes next) {
        next.addFlashAttribute("chosen", ids.size());
        next.addFlashAttribute("claimed", casework.claimAll(ids, principal.getName()));
        return "redirect:/cases" + filter.suffix();
    }
}
