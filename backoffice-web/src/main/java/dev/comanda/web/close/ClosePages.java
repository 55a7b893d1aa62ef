package dev.comanda.web.close;

import dev.comanda.ops.close.Closes;
import dev.comanda.ops.close.MonthEnd;
import dev.comanda.ops.close.Reopenings;
import dev.comanda.ops.identity.Role;
import dev.comanda.ops.jobcontrol.NightViews;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows how the dates of a month stand before their sign-off, and what people ask to have reopened. */
@Controller
class ClosePages {

    private final Closes closes;
    private final Reopenings reopenings;
    private final MonthEnd monthEnd;
    private final NightViews nights;
    private final Clock clock;

    ClosePages(Closes closes, Reopenings reopenings, MonthEnd monthEnd, NightViews nights, Clock clock) {
        this.closes = closes;
        this.reopenings = reopenings;
        this.monthEnd = monthEnd;
        this.nights = nights;
        this.clock = clock;
    }

    @GetMapping("/close")
    String show(@RequestParam(required = false) @Nullable YearMonth month, Authentication person, Model model) {
        LocalDate latest = nights.lastCompleted().orElse(LocalDate.now(clock.withZone(ZoneOffset.UTC)));
        add(month == null ? YearMonth.from(latest) : month, person, model);
        return "close";
    }

    void add(YearMonth month, Authentication person, Model model) {
        model.addAttribute("month", month);
        model.addAttribute("dates", closes.month(month));
        model.addAttribute("waiting", reopenings.waiting());
        model.addAttribute("history", reopenings.history(month));
        model.addAttribute("hasPack", monthEnd.hasPack(month));
        model.addAttribute("maySignOff", hasAny(person, Role.APPROVER, Role.ADMIN));
        model.addAttribute("mayAsk", hasAny(person, Role.OPERATOR, Role.APPROVER, Role.ADMIN));
        model.addAttribute("mayDecide", hasAny(person, Role.APPROVER));
    }

    private static boolean hasAny(Authentication person, Role... roles) {
        List<String> named = Arrays.stream(roles).map(Role::name).toList();
        return person.getAuthorities().stream().anyMatch(right -> named.contains(right.getAuthority()));
    }
}
