package dev.comanda.web.close;

import dev.comanda.ops.close.Closes;
import dev.comanda.ops.close.Obstacle;
import dev.comanda.ops.close.Reopenings;
import dev.comanda.ops.close.Reopenings.Outcome;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Signs off, and has dates reopened; what is refused is said with its reasons, and nothing happened. */
@Controller
class CloseForms {

    private final ClosePages pages;
    private final Closes closes;
    private final Reopenings reopenings;
    private final ObstacleWords obstacles;
    private final PackWords words;

    CloseForms(ClosePages pages, Closes closes, Reopenings reopenings, ObstacleWords obstacles, PackWords words) {
        this.pages = pages;
        this.closes = closes;
        this.reopenings = reopenings;
        this.obstacles = obstacles;
        this.words = words;
    }

    @PostMapping("/close/{date}/sign-off")
    ModelAndView signOff(
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate date,
            Authentication person,
            Model model,
            RedirectAttributes next) {
        List<Obstacle> inTheWay = closes.signOff(date, person.getName());
        if (inTheWay.isEmpty()) {
            return done("close.done", YearMonth.from(date), next);
        }
        return refused(inTheWay.stream().map(obstacles::say).toList(), YearMonth.from(date), person, model);
    }

    @PostMapping("/close/{date}/reopenings")
    ModelAndView propose(
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate date,
            @RequestParam(defaultValue = "") String reason,
            Authentication person,
            Model model,
            RedirectAttributes next) {
        Outcome outcome = reopenings.propose(date, reason, person.getName());
        YearMonth month = YearMonth.from(date);
        return outcome == Outcome.DONE
                ? done("reopening.asked", month, next)
                : refused(List.of(say(outcome)), month, person, model);
    }

    @PostMapping("/close/reopenings/{id}/approve")
    ModelAndView approve(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable YearMonth month,
            Authentication person,
            Model model,
            RedirectAttributes next) {
        Outcome outcome = reopenings.approve(id, person.getName());
        return outcome == Outcome.DONE
                ? done("reopening.approved", month, next)
                : refused(List.of(say(outcome)), month, person, model);
    }

    @PostMapping("/close/reopenings/{id}/refuse")
    ModelAndView refuse(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable YearMonth month,
            Authentication person,
            Model model,
            RedirectAttributes next) {
        Outcome outcome = reopenings.refuse(id, reason, person.getName());
        return outcome == Outcome.DONE
                ? done("reopening.refused", month, next)
                : refused(List.of(say(outcome)), month, person, model);
    }

    private String say(Outcome outcome) {
        return words.say("reopening." + outcome);
    }

    private static ModelAndView done(String key, @Nullable YearMonth month, RedirectAttributes next) {
        next.addFlashAttribute("done", key);
        return new ModelAndView(month == null ? "redirect:/close" : "redirect:/close?month=" + month);
    }

    private ModelAndView refused(
            List<String> sentences, @Nullable YearMonth month, Authentication person, Model model) {
        model.addAttribute("refusals", sentences);
        if (month == null) {
            pages.show(null, person, model);
        } else {
            pages.add(month, person, model);
        }
        return new ModelAndView("close", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
