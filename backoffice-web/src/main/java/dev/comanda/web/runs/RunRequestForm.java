package dev.comanda.web.runs;

import dev.comanda.ops.jobcontrol.RunRequests;
import dev.comanda.ops.jobcontrol.RunRequests.Outcome;
import dev.comanda.ops.reconciliation.ReconciliationViews;
import dev.comanda.web.look.Shown;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes up what people ask for; what cannot be run is said at the field, and nothing is asked. */
@Controller
class RunRequestForm {

    private static final String FORM = "form";
    private static final String DATE = "date";
    static final ZoneId BUSINESS_ZONE = ZoneId.of("America/Sao_Paulo");

    private final RunPages pages;
    private final RunRequests requests;
    private final ReconciliationViews reconciliations;
    private final Clock clock;
    private final Shown shown;
    private final String inbox;

    RunRequestForm(
            RunPages pages,
            RunRequests requests,
            ReconciliationViews reconciliations,
            Clock clock,
            Shown shown,
            @Value("${comanda.inbox:inbox}") String inbox) {
        this.pages = pages;
        this.requests = requests;
        this.reconciliations = reconciliations;
        this.clock = clock;
        this.shown = shown;
        this.inbox = inbox;
    }

    @PostMapping("/runs")
    ModelAndView ask(
            @ModelAttribute(FORM) NightForm form,
            BindingResult errors,
            Principal principal,
            Model model,
            RedirectAttributes next) {
        Optional<LocalDate> date = dateOf(form, errors);
        Optional<String> folder = form.inboxWithin(inbox);
        if (folder.isEmpty()) {
            errors.rejectValue("inbox", "request.inbox.outside", new Object[] {inbox}, null);
        }
        if (date.isPresent() && folder.isPresent()) {
            if (requests.askForNight(date.get(), folder.get(), principal.getName()) == Outcome.ASKED) {
                next.addFlashAttribute("asked", date.get());
                return new ModelAndView("redirect:/runs");
            }
            errors.rejectValue(DATE, "request.date.waiting");
        }
        pages.addList(1, model);
        return new ModelAndView("runs", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Optional<LocalDate> dateOf(NightForm form, BindingResult errors) {
        Optional<LocalDate> date = form.businessDate();
        Optional<LocalDate> last = reconciliations.publishedDates(1).stream().findFirst();
        if (date.isEmpty()) {
            errors.rejectValue(DATE, "request.date.none");
        } else if (date.get().isAfter(LocalDate.now(clock.withZone(BUSINESS_ZONE)))) {
            errors.rejectValue(DATE, "request.date.future");
        } else if (last.isPresent() && date.get().isBefore(last.get())) {
            errors.rejectValue(DATE, "request.date.before", new Object[] {shown.date(last.get())}, null);
        }
        return errors.hasFieldErrors(DATE) ? Optional.empty() : date;
    }
}
