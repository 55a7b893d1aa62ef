package dev.comanda.web.home;

import dev.comanda.ops.ingest.SourceViews;
import dev.comanda.ops.jobcontrol.NightViews;
import dev.comanda.ops.reconciliation.ReconciliationViews;
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

    @GetMapping("/")
    String show(Model model) {
        model.addAttribute("nights", nights.nights(0, NIGHTS));
        model.addAttribute("sources", sources.sources(0, SOURCES));
        reconciliations.publishedDates(1).stream().findFirst().ifPresent(date -> {
            model.addAttribute("date", date);
            model.addAttribute("days", reconciliations.day(date));
        });
        return "home";
    }
}
