package dev.comanda.web.cases;

import dev.comanda.ops.casework.CaseView;
import dev.comanda.ops.casework.Cases;
import dev.comanda.ops.decision.CaseResolutions;
import dev.comanda.ops.decision.CaseResolutions.Outcome;
import dev.comanda.ops.decision.CaseResolutions.Proposed;
import dev.comanda.ops.decision.CaseResolutions.Reason;
import dev.comanda.ops.decision.CaseResolutions.Refused;
import dev.comanda.ops.decision.CaseResolutions.TurnedDown;
import dev.comanda.ops.decision.OfferedResolutions;
import dev.comanda.ops.decision.Resolution;
import dev.comanda.web.cases.CaseAnswers.Place;
import java.security.Principal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Deciding cases: one on its page, or many after they were shown with their money. */
@Controller
class ResolutionForms {

    private static final String RESOLVE = "resolve";

    private final CaseAnswers answers;
    private final CaseResolutions resolutions;
    private final Cases cases;
    private final ResolutionWords words;

    ResolutionForms(CaseAnswers answers, CaseResolutions resolutions, Cases cases, ResolutionWords words) {
        this.answers = answers;
        this.resolutions = resolutions;
        this.cases = cases;
        this.words = words;
    }

    /** What somebody chose and wrote, as it came. */
    record Form(String resolution, String reason) {

        Form {
            resolution = resolution == null ? "" : resolution;
            reason = reason == null ? "" : reason;
        }

        Optional<Resolution> chosen() {
            return Arrays.stream(Resolution.values())
                    .filter(each -> each.name().equals(resolution))
                    .findFirst();
        }
    }

    @PostMapping("/cases/{id}/resolve")
    ModelAndView resolve(
            @PathVariable UUID id, Form form, CaseFilter filter, Principal person, RedirectAttributes next) {
        Place place = new Place(id, filter, person);
        Outcome outcome = form.chosen()
                .map(chosen -> resolutions.resolve(id, chosen, form.reason(), place.person()))
                .orElseGet(() -> new Refused(Reason.NOT_OFFERED, null));
        return answer(place, RESOLVE, outcome, form.reason(), next);
    }

    @PostMapping("/cases/{id}/approve")
    ModelAndView approve(@PathVariable UUID id, CaseFilter filter, Principal person, RedirectAttributes next) {
        Place place = new Place(id, filter, person);
        Outcome outcome = resolutions
                .waitingFor(id)
                .map(waiting -> resolutions.approve(waiting.proposal().id(), place.person()))
                .orElseGet(() -> new Refused(Reason.NO_PROPOSAL, null));
        return answer(place, "decide", outcome, "", next);
    }

    @PostMapping("/cases/{id}/refuse")
    ModelAndView refuse(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            CaseFilter filter,
            Principal person,
            RedirectAttributes next) {
        Place place = new Place(id, filter, person);
        Outcome outcome = resolutions
                .waitingFor(id)
                .map(waiting -> resolutions.refuse(waiting.proposal().id(), reason, place.person()))
                .orElseGet(() -> new Refused(Reason.NO_PROPOSAL, null));
        return answer(place, "decide", outcome, reason, next);
    }

    private ModelAndView answer(Place place, String form, Outcome outcome, String typed, RedirectAttributes next) {
        if (outcome instanceof Refused refused) {
            return answers.refuse(place, form, words.of(refused), typed);
        }
        String done = outcome instanceof Proposed proposed
                ? words.of(proposed)
                : answers.say(outcome instanceof TurnedDown ? "case.done.refuse" : "case.done.resolve");
        return answers.back(place, done, next);
    }

    /** Shows what was chosen, how many and how much money, before anything is done. */
    @PostMapping("/cases/resolutions/choice")
    ModelAndView choose(@RequestParam(name = "id", defaultValue = "") List<UUID> ids, CaseFilter filter, Model model) {
        return chosen(ids, filter, new Form("", ""), model, HttpStatus.OK);
    }

    private ModelAndView chosen(List<UUID> ids, CaseFilter filter, Form form, Model model, HttpStatus status) {
        List<CaseView> items = ids.stream()
                .distinct()
                .limit(CaseResolutions.MOST_AT_ONCE)
                .flatMap(id -> cases.find(id).stream())
                .filter(CaseView::isOpen)
                .toList();
        Set<Resolution> offered = EnumSet.noneOf(Resolution.class);
        items.forEach(item -> offered.addAll(OfferedResolutions.of(item)));
        model.addAttribute("items", items);
        model.addAttribute("total", cases.total(ids));
        model.addAttribute("offered", offered);
        model.addAttribute("filter", filter);
        model.addAttribute("form", form);
        return new ModelAndView("case-resolutions", model.asMap(), status);
    }

    @PostMapping("/cases/resolutions")
    ModelAndView resolveAll(
            @RequestParam(name = "id", defaultValue = "") List<UUID> ids,
            Form form,
            CaseFilter filter,
            Principal person,
            Model model,
            RedirectAttributes next) {
        if (form.chosen().isEmpty() || form.reason().isBlank()) {
            model.addAttribute("problem", form.chosen().isEmpty() ? "resolution" : "reason");
            return chosen(ids, filter, form, model, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        next.addFlashAttribute(
                "many", resolutions.resolveAll(ids, form.chosen().get(), form.reason(), person.getName()));
        return new ModelAndView("redirect:/cases" + filter.suffix());
    }
}
