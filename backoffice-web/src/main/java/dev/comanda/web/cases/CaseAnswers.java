package dev.comanda.web.cases;

import dev.comanda.ops.casework.Casework.Outcome;
import java.security.Principal;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Answers a form of a case: goes back to the case that is as it was asked for, or says at the form why it is not. */
@Component
public class CaseAnswers {

    /** Where a form was sent from, and by whom. */
    public record Place(UUID id, CaseFilter filter, Principal principal) {

        String person() {
            return principal.getName();
        }
    }

    private final CasePages pages;
    private final MessageSource messages;

    CaseAnswers(CasePages pages, MessageSource messages) {
        this.pages = pages;
        this.messages = messages;
    }

    /** @param form the form's name, under which the page shows a problem */
    ModelAndView answer(Place place, String form, Outcome outcome, String typed, RedirectAttributes next) {
        if (outcome == Outcome.NOT_FOUND) {
            throw CasePages.notFound();
        }
        return outcome == Outcome.DONE
                ? back(place, say("case.done." + form), next)
                : refuse(place, form, say("case.refused." + outcome), typed);
    }

    public ModelAndView back(Place place, String done, RedirectAttributes next) {
        next.addFlashAttribute("done", done);
        return new ModelAndView("redirect:/cases/" + place.id() + place.filter().suffix());
    }

    /** @param typed what was written, to be shown again */
    public ModelAndView refuse(Place place, String form, String problem, String typed) {
        ExtendedModelMap model = new ExtendedModelMap();
        pages.add(place.id(), place.filter(), place.principal(), model);
        model.addAttribute("failed", form);
        model.addAttribute("problem", problem);
        model.addAttribute("typed", typed);
        return new ModelAndView("case", model, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    public String say(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
