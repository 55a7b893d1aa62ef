package dev.comanda.web.cases;

import dev.comanda.ops.decision.CaseResolutions;
import dev.comanda.ops.decision.CaseResolutions.Outcome;
import dev.comanda.ops.decision.CaseResolutions.Refused;
import dev.comanda.ops.decision.CaseResolutions.TurnedDown;
import dev.comanda.ops.decision.CaseResolutions.Waiting;
import dev.comanda.web.look.Paging;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What waits for a second person. */
@Controller
class ApprovalPages {

    private final CaseResolutions resolutions;
    private final ResolutionWords words;

    ApprovalPages(CaseResolutions resolutions, ResolutionWords words) {
        this.resolutions = resolutions;
        this.words = words;
    }

    @GetMapping("/approvals")
    String show(@RequestParam(defaultValue = "1") int page, Model model) {
        add(page, model);
        return "approvals";
    }

    private void add(int page, Model model) {
        Paging<Waiting> waiting = Paging.read(page, resolutions::waiting);
        model.addAttribute("waiting", waiting);
    }

    @PostMapping("/approvals/{id}/approve")
    ModelAndView approve(@PathVariable long id, Principal person, Model model, RedirectAttributes next) {
        return answer(id, resolutions.approve(id, person.getName()), model, next);
    }

    @PostMapping("/approvals/{id}/refuse")
    ModelAndView refuse(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            Principal person,
            Model model,
            RedirectAttributes next) {
        return answer(id, resolutions.refuse(id, reason, person.getName()), model, next);
    }

    private ModelAndView answer(long id, Outcome outcome, Model model, RedirectAttributes next) {
        if (outcome instanceof Refused refused) {
            add(1, model);
            model.addAttribute("failed", id);
            model.addAttribute("problem", words.of(refused));
            return new ModelAndView("approvals", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        next.addFlashAttribute("decided", outcome instanceof TurnedDown ? "refused" : "approved");
        return new ModelAndView("redirect:/approvals");
    }
}
