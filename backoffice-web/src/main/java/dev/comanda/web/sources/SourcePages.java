package dev.comanda.web.sources;

import dev.comanda.ops.ingest.RejectView;
import dev.comanda.ops.ingest.Replays;
import dev.comanda.ops.ingest.SourceView;
import dev.comanda.ops.ingest.SourceViews;
import dev.comanda.ops.ingest.SourceViews.Which;
import dev.comanda.web.look.Paging;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

@Controller
class SourcePages {

    private static final int WARNINGS = 100;

    private final SourceViews sources;
    private final Replays replays;

    SourcePages(SourceViews sources, Replays replays) {
        this.sources = sources;
        this.replays = replays;
    }

    @GetMapping("/sources")
    String list(
            @RequestParam(defaultValue = "ALL") Which which, @RequestParam(defaultValue = "1") int page, Model model) {
        model.addAttribute("which", which);
        model.addAttribute("sources", Paging.read(page, (offset, limit) -> sources.sources(which, offset, limit)));
        return "sources";
    }

    @GetMapping("/sources/{id}")
    String detail(@PathVariable long id, @RequestParam(defaultValue = "1") int page, Model model) {
        SourceView source = sources.source(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("source", source);
        model.addAttribute("ofEvents", RejectView.KINDS_OF_EVENTS.contains(source.kind()));
        model.addAttribute("replayable", replays.replayable(id));
        model.addAttribute("rejects", Paging.read(page, (offset, limit) -> sources.rejects(id, offset, limit)));
        model.addAttribute("warnings", sources.warnings(id, WARNINGS));
        return "source";
    }
}
