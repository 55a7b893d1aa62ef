package dev.comanda.web.reconciliations;

import dev.comanda.ops.ingest.RawRecord;
import dev.comanda.ops.ingest.RawRecords;
import dev.comanda.ops.reconciliation.BreakType;
import dev.comanda.ops.reconciliation.FactView;
import dev.comanda.ops.reconciliation.FactView.Place;
import dev.comanda.ops.reconciliation.FactView.Side;
import dev.comanda.ops.reconciliation.FactView.Value;
import dev.comanda.ops.reconciliation.Reconciliation;
import dev.comanda.ops.reconciliation.ReconciliationDay.OpenBreaks;
import dev.comanda.ops.reconciliation.ReconciliationViews;
import dev.comanda.ops.reconciliation.ReconciliationViews.BreakOrder;
import dev.comanda.ops.reconciliation.ReconciliationViews.Selection;
import dev.comanda.web.look.Paging;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private static final Set<String> BOOKKEEPING = Set.of(
            "item_id", "source_id", "line", "position", "part", "content", "statement_ordinal", "reference_word");

    private final ReconciliationViews reconciliations;
    private final RawRecords rawRecords;

    ReconciliationPages(ReconciliationViews reconciliations, RawRecords rawRecords) {
        this.reconciliations = reconciliations;
        this.rawRecords = rawRecords;
    }

    /** A fact beside what its file holds. */
    record ShownFact(FactView fact, RawRecord.@Nullable Line line, RawRecord.@Nullable Absent absent) {

        public List<Value> fields() {
            return fact.values().stream()
                    .filter(value -> value.text() != null && !BOOKKEEPING.contains(value.name()))
                    .toList();
        }

        /** Fields that say where the fact lies and not what it is. */
        public List<Value> bookkeeping() {
            return fact.values().stream()
                    .filter(value -> value.text() != null && BOOKKEEPING.contains(value.name()))
                    .toList();
        }
    }

    @GetMapping("/reconciliations")
    String day(@RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> date, Model model) {
        List<LocalDate> dates = reconciliations.publishedDates(DATES);
        Optional<LocalDate> chosen = date.or(() -> dates.stream().findFirst());
        model.addAttribute("dates", dates);
        chosen.ifPresent(day -> {
            model.addAttribute("date", day);
            model.addAttribute("days", reconciliations.day(day));
            model.addAttribute("findings", reconciliations.findings(day));
        });
        return "reconciliations";
    }

    @GetMapping("/reconciliations/{date}/{name}")
    String breaks(
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "LARGEST") BreakOrder order,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Reconciliation reconciliation = Reconciliation.named(name).orElseThrow(ReconciliationPages::notFound);
        Selection selection = new Selection(reconciliation, date, typeNamed(type), order);
        model.addAttribute("date", date);
        model.addAttribute("name", name);
        model.addAttribute("type", type);
        model.addAttribute("order", order);
        model.addAttribute("orders", BreakOrder.values());
        List<OpenBreaks> open = open(reconciliation, date);
        model.addAttribute("open", open);
        model.addAttribute(
                "types", open.stream().map(OpenBreaks::type).distinct().toList());
        model.addAttribute(
                "breaks", Paging.read(page, (offset, limit) -> reconciliations.breaks(selection, offset, limit)));
        return "breaks";
    }

    private List<OpenBreaks> open(Reconciliation reconciliation, LocalDate date) {
        return reconciliations.day(date).stream()
                .filter(day -> day.reconciliation() == reconciliation)
                .flatMap(day -> day.breaks().stream())
                .toList();
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
        List<ShownFact> facts =
                reconciliations.facts(id, FACTS).stream().map(this::shown).toList();
        model.addAttribute("left", onSide(Side.LEFT, facts));
        model.addAttribute("right", onSide(Side.RIGHT, facts));
        return "break";
    }

    private static List<ShownFact> onSide(Side side, List<ShownFact> facts) {
        return facts.stream().filter(each -> each.fact().side() == side).toList();
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
