package dev.comanda.web.allocation;

import dev.comanda.cost.allocation.AllocationRules;
import dev.comanda.cost.allocation.RulesKeeper;
import dev.comanda.cost.allocation.UnusableRulesException;
import dev.comanda.cost.reallocation.RulesChange;
import dev.comanda.cost.reallocation.RulesChanges;
import dev.comanda.ops.approval.Proposal.Kind;
import dev.comanda.ops.approval.Proposals;
import dev.comanda.web.look.Names;
import dev.comanda.web.uploads.LargeUploads;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes changes of the rules from people: to be tried, to be approved. What cannot be is said, and nothing happened. */
@Controller
class ChangeForms {

    private static final String REFUSALS = "cost.rules.refusal";

    private final RulesPages rulesPages;
    private final ChangePages pages;
    private final RulesKeeper rules;
    private final RulesChanges changes;
    private final Proposals proposals;
    private final Names names;

    ChangeForms(
            RulesPages rulesPages,
            ChangePages pages,
            RulesKeeper rules,
            RulesChanges changes,
            Proposals proposals,
            Names names) {
        this.rulesPages = rulesPages;
        this.pages = pages;
        this.rules = rules;
        this.changes = changes;
        this.proposals = proposals;
        this.names = names;
    }

    @PostMapping("/costs/rules/changes")
    ModelAndView ask(ChangeForm typed, @RequestParam Optional<MultipartFile> file, Principal person, Model model)
            throws IOException {
        boolean isUploaded = file.isPresent() && !file.get().isEmpty();
        ChangeForm form = isUploaded
                ? typed.with(new String(file.get().getBytes(), StandardCharsets.UTF_8))
                : typed.with(typed.rules().replace("\r\n", "\n"));
        Optional<YearMonth> period = rulesPages.months().stream()
                .filter(month -> month.toString().equals(form.period()))
                .findFirst();
        AllocationRules inForce = rules.current();
        try {
            AllocationRules changed = rules.read(names.of("cost.rules", "change"), form.rules());
            if (period.isEmpty()) {
                return refused(form, List.of(names.of(REFUSALS, "period")), model);
            }
            if (changed.hash().equals(inForce.hash())) {
                return refused(form, List.of(names.of(REFUSALS, "same")), model);
            }
            long id = changes.ask(changed, inForce, period.get(), person.getName());
            return new ModelAndView("redirect:/costs/rules/changes/" + id);
        } catch (UnusableRulesException e) {
            return refused(form, e.problems(), model);
        }
    }

    /** Where a file arrives that is too large to be read; and where the languages' links of an outcome lead. */
    @GetMapping("/costs/rules/changes")
    ModelAndView unread(HttpServletRequest request, Model model) {
        return LargeUploads.isOne(request)
                ? refused(
                        ChangeForm.of(rules.current(), rulesPages.months()),
                        List.of(names.of(REFUSALS, "tooLarge")),
                        model)
                : new ModelAndView("redirect:/costs/rules");
    }

    private ModelAndView refused(ChangeForm form, List<String> problems, Model model) {
        rulesPages.add(model);
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return new ModelAndView("cost-rules", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/costs/rules/changes/{id}/propose")
    ModelAndView propose(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            Principal person,
            Model model,
            RedirectAttributes next) {
        RulesChange change = pages.find(id);
        if (reason.isBlank() || reason.strip().length() > Proposals.MOST_CHARACTERS) {
            return refused(change, "reason", model);
        }
        if (!rules.mayReplace()) {
            return refused(change, "named", model);
        }
        if (change.status() != RulesChange.Status.TRIED
                || !change.base().equals(rules.current().hash())) {
            return refused(change, "stale", model);
        }
        Proposals.Wish wish = new Proposals.Wish(Kind.ALLOCATION_RULES, String.valueOf(id), change.payload(), reason);
        return answer(change, proposals.propose(wish, person.getName()), "proposed", model, next);
    }

    @PostMapping("/costs/rules/changes/{id}/approve")
    ModelAndView approve(@PathVariable long id, Principal person, Model model, RedirectAttributes next) {
        RulesChange change = pages.find(id);
        String now = change.payloadOver(rules.current().hash());
        return proposals
                .waitingFor(Kind.ALLOCATION_RULES, String.valueOf(id))
                .map(each ->
                        answer(change, proposals.approve(each.id(), now, person.getName()), "approved", model, next))
                .orElseGet(() -> refused(change, "NOT_FOUND", model));
    }

    @PostMapping("/costs/rules/changes/{id}/refuse")
    ModelAndView refuse(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            Principal person,
            Model model,
            RedirectAttributes next) {
        RulesChange change = pages.find(id);
        if (reason.isBlank() || reason.strip().length() > Proposals.MOST_CHARACTERS) {
            return refused(change, "reason", model);
        }
        return proposals
                .waitingFor(Kind.ALLOCATION_RULES, String.valueOf(id))
                .map(each ->
                        answer(change, proposals.refuse(each.id(), reason, person.getName()), "refused", model, next))
                .orElseGet(() -> refused(change, "NOT_FOUND", model));
    }

    private ModelAndView answer(
            RulesChange change, Proposals.Result result, String done, Model model, RedirectAttributes next) {
        if (result != Proposals.Result.DONE) {
            return refused(change, result.name(), model);
        }
        next.addFlashAttribute("done", "costs.change.done." + done);
        return new ModelAndView("redirect:/costs/rules/changes/" + change.id());
    }

    private ModelAndView refused(RulesChange change, String why, Model model) {
        pages.add(change, model);
        model.addAttribute("problem", names.of(REFUSALS, why));
        return new ModelAndView("cost-rules-change", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
