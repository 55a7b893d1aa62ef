package dev.comanda.web.home;

import dev.comanda.ops.ingest.SourceViews;
import dev.comanda.ops.jobcontrol.NightView;
import dev.comanda.ops.jobcontrol.NightViews;
import dev.comanda.ops.reconciliation.ReconciliationViews;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class HomePage {

    private static final int NIGHTS = 7;
    private static final int SOURCES = 10;

    private final NightViews nights;
    private final ReconciliationViews reconciliations;
    private final SourceViews sources;

    HomePage(NightViews nights, ReconciliationViews reconciliations, SourceViews sources) {
        this.nights = nights;
        this.reconciliations = reconciliations;
        this.sources = sources;
    }

    private Map<LocalDate, List<String>> missing(List<NightView> latest) {
        return latest.stream()
                .filter(NightView::incomplete)
                .map(NightView::businessDate)
                .collect(Collectors.toMap(date -> date, nights::missing));
    }

    @GetMapping("/")
    String show(Model model) {
        List<NightView> latest = nights.nights(0, NIGHTS);
        model.addAttribute("nights", latest);
        model.addAttribute("missing", missing(latest));
        model.addAttribute("sources", sources.sources(0, SOURCES));
        reconciliations.publishedDates(1).stream().findFirst().ifPresent(date -> {
            model.addAttribute("date", date);
            model.addAttribute("days", reconciliations.day(date));
        });
        return "home";
    }
}
