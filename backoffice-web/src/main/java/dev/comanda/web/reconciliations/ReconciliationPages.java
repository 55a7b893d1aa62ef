package dev.comanda.web.reconciliations;

import dev.comanda.ops.ingest.RawRecord;
import dev.comanda.ops.ingest.RawRecords;
import dev.comanda.ops.reconciliation.BreakType;
import dev.comanda.ops.reconciliation.FactView;
import dev.comanda.ops.reconciliation.FactView.Place;
import dev.comanda.ops.reconciliation.Reconciliation;
import dev.comanda.ops.reconciliation.ReconciliationViews;
import dev.comanda.ops.reconciliation.ReconciliationViews.Selection;
import dev.comanda.web.look.Paging;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

@Controller
class ReconciliationPages {

    private static final int DATES = 400;
    private static final int FACTS = 20;

    private final ReconciliationViews reconciliations;
    private final RawRecords rawRecords;

    ReconciliationPages(ReconciliationViews reconciliations, RawRecords rawRecords) {
        this.reconciliations = reconciliations;
        this.rawRecords = rawRecords;
    }

    /** A fact beside what its file holds. */
    record ShownFact(FactView fact, RawRecord.@Nullable Line line, RawRecord.@Nullable Absent absent) {}

    @GetMapping("/reconciliations")
    String day(@RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> date, Model model) {
        List<LocalDate> dates = reconciliations.publishedDates(DATES);
        Optional<LocalDate> chosen = date.or(() -> dates.stream().findFirst());
        model.addAttribute("dates", dates);
        chosen.ifPresent(day -> {
            model.addAttribute("date", day);
            model.addAttribute("days", reconciliations.day(day));
        });
        return "reconciliations";
    }

    @GetMapping("/reconciliations/{date}/{name}")
    String breaks(
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Reconciliation reconciliation = Reconciliation.named(name).orElseThrow(ReconciliationPages::notFound);
        Selection selection = new Selection(reconciliation, date, typeNamed(type));
        model.addAttribute("date", date);
        model.addAttribute("name", name);
        model.addAttribute("type", type);
        model.addAttribute(
                "breaks", Paging.read(page, (offset, limit) -> reconciliations.breaks(selection, offset, limit)));
        return "breaks";
    }

    private static Optional<BreakType> typeNamed(String name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(BreakType.values())
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(ReconciliationPages::notFound));
    }

    @GetMapping("/breaks/{id}")
    String detail(@PathVariable long id, Model model) {
        model.addAttribute("item", reconciliations.findBreak(id).orElseThrow(ReconciliationPages::notFound));
        model.addAttribute(
                "facts",
                reconciliations.facts(id, FACTS).stream().map(this::shown).toList());
        return "break";
    }

    private ShownFact shown(FactView fact) {
        Place place = fact.source();
        if (place == null) {
            return new ShownFact(fact, null, null);
        }
        RawRecord raw = rawRecords.at(place.source(), place.position());
        if (raw instanceof RawRecord.Line line) {
            return new ShownFact(fact, line, null);
        }
        return new ShownFact(fact, null, (RawRecord.Absent) raw);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
