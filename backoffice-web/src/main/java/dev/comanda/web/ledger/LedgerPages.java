package dev.comanda.web.ledger;

import dev.comanda.ops.jobcontrol.NightViews;
import dev.comanda.ops.ledger.AccountStatement;
import dev.comanda.ops.ledger.Journal;
import dev.comanda.ops.ledger.Ledger;
import dev.comanda.web.look.Paging;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Shows the trial balance and its proofs, down to the account and the journal. */
@Controller
class LedgerPages {

    private final Ledger ledger;
    private final NightViews nights;
    private final Clock clock;

    LedgerPages(Ledger ledger, NightViews nights, Clock clock) {
        this.ledger = ledger;
        this.nights = nights;
        this.clock = clock;
    }

    @GetMapping("/ledger")
    String show(@RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate date, Model model) {
        LocalDate shown = orLatest(date);
        model.addAttribute("date", shown);
        model.addAttribute("balances", TrialBalance.of(ledger.trialBalance(shown)));
        model.addAttribute("proofs", ledger.proofs(shown));
        return "ledger";
    }

    /**
     * What is asked of an account.
     *
     * @param from by default the first day of the month of {@code to}
     */
    record Period(
            @Nullable String entity,
            @Nullable String party,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to) {}

    @GetMapping("/ledger/accounts/{code}")
    String account(@PathVariable String code, Period asked, @RequestParam(defaultValue = "1") int page, Model model) {
        LocalDate to = orLatest(asked.to());
        LocalDate from = asked.from() == null ? to.withDayOfMonth(1) : asked.from();
        List<String> entities = entities(to);
        String entity = asked.entity() == null || asked.entity().isBlank()
                ? entities.stream().findFirst().orElse("")
                : asked.entity();
        String party = asked.party() == null || asked.party().isBlank()
                ? null
                : asked.party().strip();
        model.addAttribute("code", code);
        model.addAttribute("entities", entities);
        model.addAttribute("entity", entity);
        model.addAttribute("party", party == null ? "" : party);
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        model.addAttribute("movements", Paging.read(page, (offset, limit) -> ledger.statement(
                        new AccountStatement.Query(entity, code, party, from, to.plusDays(1), offset, limit))
                .movements()));
        return "ledger-account";
    }

    private List<String> entities(LocalDate date) {
        return ledger.trialBalance(date).stream()
                .map(balance -> balance.legalEntity())
                .distinct()
                .toList();
    }

    @GetMapping("/ledger/journals/{id}")
    String journal(@PathVariable UUID id, Model model) {
        Journal journal = ledger.journal(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("journal", journal);
        model.addAttribute("corrections", ledger.correctionsOf(id));
        return "ledger-journal";
    }

    private LocalDate orLatest(@Nullable LocalDate date) {
        return date == null ? nights.lastCompleted().orElse(LocalDate.now(clock.withZone(ZoneOffset.UTC))) : date;
    }
}
