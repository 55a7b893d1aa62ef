package dev.comanda.web.sources;

import dev.comanda.ops.ingest.RejectView;
import dev.comanda.ops.ingest.Replays;
import dev.comanda.ops.ingest.SourceViews;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A reject, and asking for its replay: as it came, or corrected. */
@Controller
class RejectPages {

    private final SourceViews sources;
    private final Replays replays;

    RejectPages(SourceViews sources, Replays replays) {
        this.sources = sources;
        this.replays = replays;
    }

    @GetMapping("/rejects/{id}")
    String detail(@PathVariable long id, Model model) {
        RejectView reject = add(id, model);
        model.addAttribute("corrected", text(reject.raw()));
        return "reject";
    }

    @GetMapping("/rejects/{id}/attempts")
    String attempts(@PathVariable long id, Model model) {
        add(id, model);
        return "reject :: attempts";
    }

    private RejectView add(long id, Model model) {
        RejectView reject = sources.reject(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("reject", reject);
        model.addAttribute("raw", text(reject.raw()));
        model.addAttribute("attempts", replays.attemptsWith(id));
        return reject;
    }

    /** Whatever is no text becomes the replacement character; the bytes as they came are sent without passing through a page. */
    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @PostMapping("/rejects/{id}/replays")
    ModelAndView ask(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String corrected,
            Principal principal,
            Model model,
            RedirectAttributes next) {
        byte[] bytes = corrected == null ? null : corrected.strip().getBytes(StandardCharsets.UTF_8);
        Replays.Outcome outcome = replays.ask(id, bytes, principal.getName());
        if (outcome instanceof Replays.Refused refused) {
            RejectView reject = add(id, model);
            model.addAttribute("corrected", corrected == null ? text(reject.raw()) : corrected);
            model.addAttribute("refusal", refused.reason().name());
            return new ModelAndView("reject", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        next.addFlashAttribute("asked", ((Replays.Asked) outcome).rejects());
        return new ModelAndView("redirect:/rejects/" + id);
    }

    @PostMapping("/sources/{id}/replays")
    String askForAll(@PathVariable long id, Principal principal, RedirectAttributes next) {
        Replays.Outcome outcome = replays.askForAll(id, principal.getName());
        if (outcome instanceof Replays.Refused refused) {
            next.addFlashAttribute("refusal", refused.reason().name());
        } else {
            next.addFlashAttribute("asked", ((Replays.Asked) outcome).rejects());
        }
        return "redirect:/sources/" + id;
    }
}
