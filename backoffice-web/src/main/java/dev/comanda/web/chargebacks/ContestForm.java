package dev.comanda.web.chargebacks;

import dev.comanda.ops.chargeback.Disputes;
import dev.comanda.ops.chargeback.Disputes.Outcome;
import java.security.Principal;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Contests a chargeback and goes back to its case, which says what came of it. */
@Controller
class ContestForm {

    private final Disputes disputes;
    private final MessageSource messages;

    ContestForm(Disputes disputes, MessageSource messages) {
        this.disputes = disputes;
        this.messages = messages;
    }

    @PostMapping("/cases/{id}/contest")
    String contest(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Principal person,
            RedirectAttributes next) {
        Outcome outcome = disputes.contest(id, reason, person.getName());
        if (outcome == Outcome.NOT_FOUND) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (outcome == Outcome.DONE) {
            next.addFlashAttribute("done", say("dispute.done"));
        } else {
            next.addFlashAttribute("failed", "contest");
            next.addFlashAttribute("problem", say("dispute.refused." + outcome));
            next.addFlashAttribute("typed", reason);
        }
        return "redirect:/cases/" + id + "#dispute";
    }

    private String say(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
