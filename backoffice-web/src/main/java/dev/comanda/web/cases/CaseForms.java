package dev.comanda.web.cases;

import dev.comanda.ops.casework.Attachment;
import dev.comanda.ops.casework.Casework;
import dev.comanda.ops.casework.NewAttachment;
import dev.comanda.web.cases.CaseAnswers.Place;
import dev.comanda.web.uploads.LargeUploads;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people do with one case, but for deciding it. */
@Controller
class CaseForms {

    private static final String ATTACH = "attach";

    private final CaseAnswers answers;
    private final Casework casework;

    CaseForms(CaseAnswers answers, Casework casework) {
        this.answers = answers;
        this.casework = casework;
    }

    @PostMapping("/cases/{id}/claim")
    ModelAndView claim(@PathVariable UUID id, CaseFilter filter, Principal person, RedirectAttributes next) {
        Place place = new Place(id, filter, person);
        return answers.answer(place, "claim", casework.claim(id, place.person()), "", next);
    }

    @PostMapping("/cases/{id}/release")
    ModelAndView release(@PathVariable UUID id, CaseFilter filter, Principal person, RedirectAttributes next) {
        Place place = new Place(id, filter, person);
        return answers.answer(place, "release", casework.release(id, place.person()), "", next);
    }

    @PostMapping("/cases/{id}/assign")
    ModelAndView assign(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String assignee,
            CaseFilter filter,
            Principal person,
            RedirectAttributes next) {
        Place place = new Place(id, filter, person);
        return answers.answer(place, "assign", casework.assign(id, assignee, place.person()), "", next);
    }

    /** @param to the team; {@code owner} is what the filter asks for */
    record HandOver(String to, String reason) {

        HandOver {
            to = to == null ? "" : to;
            reason = reason == null ? "" : reason;
        }
    }

    @PostMapping("/cases/{id}/hand-over")
    ModelAndView handOver(
            @PathVariable UUID id, HandOver form, CaseFilter filter, Principal person, RedirectAttributes next) {
        Place place = new Place(id, filter, person);
        Casework.Outcome outcome = casework.handOver(id, form.to(), form.reason(), place.person());
        return answers.answer(place, "handOver", outcome, form.reason(), next);
    }

    @PostMapping("/cases/{id}/comments")
    ModelAndView comment(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String words,
            CaseFilter filter,
            Principal person,
            RedirectAttributes next) {
        Place place = new Place(id, filter, person);
        return answers.answer(place, "comment", casework.comment(id, words, place.person()), words, next);
    }

    @PostMapping("/cases/{id}/attachments")
    ModelAndView attach(
            @PathVariable UUID id,
            @RequestParam Optional<MultipartFile> file,
            CaseFilter filter,
            Principal person,
            RedirectAttributes next)
            throws IOException {
        Place place = new Place(id, filter, person);
        if (file.isPresent() && file.get().getSize() > Attachment.MOST_BYTES) {
            return tooLarge(place);
        }
        Casework.Outcome outcome = file.isPresent()
                ? casework.attach(id, attachment(file.get()), place.person())
                : Casework.Outcome.UNUSABLE_FILE;
        return answers.answer(place, ATTACH, outcome, "", next);
    }

    /** Where a file arrives that is too large to be read; and where the languages' links of a refused form lead. */
    @GetMapping("/cases/{id}/attachments")
    ModelAndView unread(@PathVariable UUID id, CaseFilter filter, Principal person, HttpServletRequest request) {
        return LargeUploads.isOne(request)
                ? tooLarge(new Place(id, filter, person))
                : new ModelAndView("redirect:/cases/" + id + filter.suffix());
    }

    private ModelAndView tooLarge(Place place) {
        return answers.refuse(place, ATTACH, answers.say("case.refused.tooLarge"), "");
    }

    private static NewAttachment attachment(MultipartFile file) throws IOException {
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        String mediaType = Optional.ofNullable(file.getContentType()).orElse("");
        return new NewAttachment(name, mediaType, file.getBytes());
    }

    @PostMapping("/cases/{id}/reopen")
    ModelAndView reopen(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            CaseFilter filter,
            Principal person,
            RedirectAttributes next) {
        Place place = new Place(id, filter, person);
        return answers.answer(place, "reopen", casework.reopen(id, reason, place.person()), reason, next);
    }
}
