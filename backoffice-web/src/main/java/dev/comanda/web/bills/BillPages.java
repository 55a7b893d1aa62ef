package dev.comanda.web.bills;

import dev.comanda.cost.fact.CostFacts;
import dev.comanda.cost.imports.ImportHistory;
import dev.comanda.cost.imports.ImportRequest;
import dev.comanda.cost.imports.ImportRequests;
import dev.comanda.cost.imports.ImportedDelivery;
import dev.comanda.cost.imports.Refusal;
import dev.comanda.web.look.Paging;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Shows which bills were imported, how far they go, and that nothing of them was lost. */
@Controller
class BillPages {

    private static final int REQUESTS = 5;
    private static final int REFUSALS = 50;

    /** AWS delivers at least once a day. */
    private static final Duration FRESH = Duration.ofHours(24);

    private final ImportHistory history;
    private final ImportRequests requests;
    private final CostFacts facts;
    private final String source;
    private final Clock clock;

    BillPages(
            ImportHistory history,
            ImportRequests requests,
            CostFacts facts,
            @Value("${comanda.cost.source:}") String source,
            Clock clock) {
        this.history = history;
        this.requests = requests;
        this.facts = facts;
        this.source = source;
        this.clock = clock;
    }

    @GetMapping("/costs/imports")
    String list(@RequestParam(defaultValue = "1") int page, Model model) {
        addList(page, model);
        return "cost-imports";
    }

    /** What changes on the list while an import waits or runs. */
    @GetMapping("/costs/imports/live")
    String live(@RequestParam(defaultValue = "1") int page, Model model) {
        addList(page, model);
        return "cost-imports :: live";
    }

    void addList(int page, Model model) {
        List<ImportRequest> latest = requests.latest(REQUESTS);
        model.addAttribute("source", source);
        model.addAttribute("requests", latest);
        model.addAttribute("moving", latest.stream().anyMatch(request -> request.endedAt() == null));
        model.addAttribute("refusals", history.open(REFUSALS));
        model.addAttribute("refused", history.countOpen());
        model.addAttribute("bills", Paging.read(page, history::shown));
        history.shown(0, 1).stream().findFirst().ifPresent(newest -> model.addAttribute("newest", newest));
        history.lastImport().ifPresent(last -> {
            model.addAttribute("lastImport", last);
            model.addAttribute("stale", last.plus(FRESH).isBefore(clock.instant()));
        });
    }

    /** @param delivery the one whose restatement is shown; the last one where it is left out */
    @GetMapping("/costs/imports/{period}")
    String period(
            @PathVariable String period,
            @RequestParam(required = false) @Nullable Long delivery,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        YearMonth month = Periods.of(period);
        List<ImportedDelivery> deliveries = history.deliveries(month);
        List<Refusal> refusals = history.refusals(month, REFUSALS);
        if (deliveries.isEmpty() && refusals.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("period", month);
        model.addAttribute("deliveries", deliveries);
        model.addAttribute("refusals", refusals);
        model.addAttribute(
                "open", refusals.stream().filter(each -> each.endedAt() == null).toList());
        model.addAttribute("proofs", facts.proofs(month));
        deliveries.stream()
                .filter(ImportedDelivery::shown)
                .findFirst()
                .ifPresent(shown -> model.addAttribute("bill", shown));
        chosen(deliveries, delivery).ifPresent(each -> {
            model.addAttribute("chosen", each);
            model.addAttribute(
                    "journal",
                    Paging.read(
                            page, (offset, limit) -> history
                                    .restatement(each.delivery().id(), offset, limit)
                                    .stream()
                                    .map(Change::of)
                                    .toList()));
        });
        return "cost-import";
    }

    /** The delivery that is asked for, else the last one that replaced another. */
    private static Optional<ImportedDelivery> chosen(List<ImportedDelivery> deliveries, @Nullable Long asked) {
        List<ImportedDelivery> replacing = deliveries.stream()
                .filter(each -> each.delivery().replaced() != null)
                .toList();
        if (asked != null) {
            return Optional.of(replacing.stream()
                    .filter(each -> each.delivery().id() == asked)
                    .findFirst()
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        }
        return replacing.isEmpty() ? Optional.empty() : Optional.of(replacing.get(replacing.size() - 1));
    }
}
