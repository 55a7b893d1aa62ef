package dev.comanda.web.runs;

import dev.comanda.ops.jobcontrol.NightView;
import dev.comanda.ops.jobcontrol.NightViews;
import dev.comanda.ops.jobcontrol.RequestView;
import dev.comanda.web.look.Paging;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Shows the nights, how they come along, and what became of the requests for them. */
@Controller
class RunPages {

    private static final int REQUESTS = 10;

    private final NightViews nights;
    private final String inbox;
    private final Clock clock;

    RunPages(NightViews nights, @Value("${comanda.inbox:inbox}") String inbox, Clock clock) {
        this.nights = nights;
        this.inbox = inbox;
        this.clock = clock;
    }

    @GetMapping("/runs")
    String list(@RequestParam(defaultValue = "1") int page, Model model) {
        LocalDate yesterday =
                LocalDate.now(clock.withZone(RunRequestForm.BUSINESS_ZONE)).minusDays(1);
        model.addAttribute("form", new NightForm(yesterday.toString(), inbox));
        addList(page, model);
        return "runs";
    }

    /** What changes on the list while a request waits or a night runs. */
    @GetMapping("/runs/live")
    String live(@RequestParam(defaultValue = "1") int page, Model model) {
        addList(page, model);
        return "runs :: live";
    }

    void addList(int page, Model model) {
        Paging<NightView> list = Paging.read(page, nights::nights);
        List<RequestView> requests = nights.requests(REQUESTS);
        model.addAttribute("nights", list);
        model.addAttribute("requests", requests);
        model.addAttribute(
                "moving",
                list.rows().stream().anyMatch(NightView::running)
                        || requests.stream().anyMatch(request -> request.endedAt() == null));
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
}
