package dev.comanda.web.chargebacks;

import dev.comanda.ops.chargeback.Disputes;
import dev.comanda.ops.chargeback.Disputes.Outcome;
import dev.comanda.web.cases.CaseAnswers;
import dev.comanda.web.cases.CaseAnswers.Place;
import dev.comanda.web.cases.CaseFilter;
import java.security.Principal;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Contests a chargeback; its case says what came of it. */
@Controller
class ContestForm {

    private final Disputes disputes;
    private final CaseAnswers answers;

    ContestForm(Disputes disputes, CaseAnswers answers) {
        this.disputes = disputes;
        this.answers = answers;
    }

    @PostMapping("/cases/{id}/contest")
    ModelAndView contest(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            CaseFilter filter,
            Principal person,
            RedirectAttributes next) {
        Place place = new Place(id, filter, person);
        Outcome outcome = disputes.contest(id, reason, person.getName());
        return switch (outcome) {
            case NOT_FOUND -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case DONE -> answers.back(place, answers.say("dispute.done"), next);
            default -> answers.refuse(place, "contest", answers.say("dispute.refused." + outcome), reason);
        };
    }
}
