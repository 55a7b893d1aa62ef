package dev.comanda.web.bills;

import dev.comanda.cost.imports.ImportRequests;
import dev.comanda.cost.imports.ImportRequests.Outcome;
import java.security.Principal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes up that somebody wants the bills imported now; from where is configured, and nobody writes it into a form. */
@Controller
class ImportForm {

    private final BillPages pages;
    private final ImportRequests requests;
    private final String source;

    ImportForm(BillPages pages, ImportRequests requests, @Value("${comanda.cost.source:}") String source) {
        this.pages = pages;
        this.requests = requests;
        this.source = source;
    }

    @PostMapping("/costs/imports")
    ModelAndView ask(Principal principal, Model model, RedirectAttributes next) {
        if (source.isBlank()) {
            return refused("bills.refused.noSource", model);
        }
        if (requests.ask(source, principal.getName()) == Outcome.UNDER_WAY) {
            return refused("bills.refused.underWay", model);
        }
        next.addFlashAttribute("asked", true);
        return new ModelAndView("redirect:/costs/imports");
    }

    private ModelAndView refused(String why, Model model) {
        pages.addList(1, model);
        model.addAttribute("why", why);
        return new ModelAndView("cost-imports", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
