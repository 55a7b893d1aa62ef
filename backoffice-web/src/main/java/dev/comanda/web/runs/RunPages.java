package dev.comanda.web.runs;

import dev.comanda.ops.jobcontrol.NightView;
import dev.comanda.ops.jobcontrol.NightViews;
import dev.comanda.ops.jobcontrol.RunRequests;
import dev.comanda.web.look.Paging;
import java.security.Principal;
import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class RunPages {

    private static final int REQUESTS = 20;

    private final NightViews nights;
    private final RunRequests requests;
    private final String inbox;

    RunPages(NightViews nights, RunRequests requests, @Value("${comanda.inbox:inbox}") String inbox) {
        this.nights = nights;
        this.requests = requests;
        this.inbox = inbox;
    }

    @GetMapping("/runs")
    String list(@RequestParam(defaultValue = "1") int page, Model model) {
        model.addAttribute("nights", Paging.read(page, nights::nights));
        model.addAttribute("requests", nights.requests(REQUESTS));
        model.addAttribute("inbox", inbox);
        return "runs";
    }

    @GetMapping("/runs/{date}")
    String detail(@PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date, Model model) {
        add(date, model);
        return "run";
    }

    @GetMapping("/runs/{date}/progress")
    String progress(@PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date, Model model) {
        add(date, model);
        return "run :: progress";
    }

    private void add(LocalDate date, Model model) {
        NightView night = nights.night(date).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("night", night);
        model.addAttribute("steps", nights.steps(night));
        model.addAttribute("missing", nights.missing(date));
    }

    @PostMapping("/runs/requests")
    String ask(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
            Principal principal,
            RedirectAttributes next) {
        next.addFlashAttribute(
                "outcome",
                requests.askForNight(date, inbox, principal.getName()).name());
        return "redirect:/runs";
    }
}
