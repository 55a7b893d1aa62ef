package dev.comanda.web.cases;

import dev.comanda.ops.casework.Cases;
import dev.comanda.ops.casework.Casework;
import dev.comanda.ops.decision.CaseResolutions;
import dev.comanda.ops.decision.CaseResolutions.LeftOut;
import dev.comanda.ops.decision.CaseResolutions.Many;
import dev.comanda.ops.decision.OfferedResolutions;
import dev.comanda.ops.decision.Resolution;
import dev.comanda.web.cases.MatchingCases.Matching;
import dev.comanda.web.cases.ResolutionForms.Form;
import java.security.Principal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Acts on all cases that a filter finds, after they were shown with their number and money. Each is decided for itself, with the
 * rights and limits of one; where others are found by then than were seen, nothing is done and they are shown again.
 */
@Controller
class MatchingForms {

    private static final int SHOWN = 50;
    private static final String QUEUE = "redirect:/cases";

    private final MatchingCases matching;
    private final Cases cases;
    private final Casework casework;
    private final CaseResolutions resolutions;

    MatchingForms(MatchingCases matching, Cases cases, Casework casework, CaseResolutions resolutions) {
        this.matching = matching;
        this.cases = cases;
        this.casework = casework;
        this.resolutions = resolutions;
    }

    @GetMapping({"/cases/matching", "/cases/matching/claims", "/cases/matching/resolutions"})
    ModelAndView show(CaseFilter filter, Principal person, Model model) {
        return shown(find(filter, person), filter, new Form("", ""), model, HttpStatus.OK);
    }

    private Matching find(CaseFilter filter, Principal person) {
        return matching.of(filter.query(person.getName()));
    }

    private ModelAndView shown(Matching found, CaseFilter filter, Form form, Model model, HttpStatus status) {
        Set<Resolution> offered = EnumSet.noneOf(Resolution.class);
        found.items().forEach(item -> offered.addAll(OfferedResolutions.of(item)));
        model.addAttribute("count", found.items().size());
        model.addAttribute("items", found.items().stream().limit(SHOWN).toList());
        model.addAttribute("isCut", found.items().size() == MatchingCases.MOST);
        model.addAttribute("total", cases.total(found.ids()));
        model.addAttribute("seen", found.seen());
        model.addAttribute("offered", offered);
        model.addAttribute("filter", filter);
        model.addAttribute("form", form);
        return new ModelAndView("case-matching", model.asMap(), status);
    }

    private ModelAndView refuse(String problem, Matching found, CaseFilter filter, Form form, Model model) {
        model.addAttribute("problem", problem);
        return shown(found, filter, form, model, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/cases/matching/claims")
    ModelAndView claim(
            @RequestParam(defaultValue = "") String seen,
            CaseFilter filter,
            Principal person,
            Model model,
            RedirectAttributes next) {
        Matching found = find(filter, person);
        if (!found.seen().equals(seen)) {
            return refuse("seen", found, filter, new Form("", ""), model);
        }
        int claimed = 0;
        for (List<UUID> set : found.sets()) {
            claimed += casework.claimAll(set, person.getName());
        }
        next.addFlashAttribute("chosen", found.items().size());
        next.addFlashAttribute("claimed", claimed);
        return new ModelAndView(QUEUE + filter.suffix());
    }

    @PostMapping("/cases/matching/resolutions")
    ModelAndView resolve(
            @RequestParam(defaultValue = "") String seen,
            Form form,
            CaseFilter filter,
            Principal person,
            Model model,
            RedirectAttributes next) {
        Matching found = find(filter, person);
        if (!found.seen().equals(seen)) {
            return refuse("seen", found, filter, form, model);
        }
        if (form.chosen().isEmpty() || form.reason().isBlank()) {
            return refuse(form.chosen().isEmpty() ? "resolution" : "reason", found, filter, form, model);
        }
        next.addFlashAttribute("many", resolve(found, form.chosen().get(), form.reason(), person.getName()));
        return new ModelAndView(QUEUE + filter.suffix());
    }

    private Many resolve(Matching found, Resolution resolution, String reason, String person) {
        int closed = 0;
        int proposed = 0;
        List<LeftOut> leftOut = new ArrayList<>();
        for (List<UUID> set : found.sets()) {
            Many many = resolutions.resolveAll(set, resolution, reason, person);
            closed += many.closed();
            proposed += many.proposed();
            leftOut.addAll(many.leftOut());
        }
        return new Many(closed, proposed, leftOut);
    }
}
