package dev.comanda.web.policies;

import dev.comanda.ops.decision.PolicyHistory;
import dev.comanda.ops.decision.PolicyHistory.Period;
import dev.comanda.ops.decision.PolicyHistory.PolicyUse;
import dev.comanda.ops.decision.PolicyHistory.RowUse;
import dev.comanda.ops.policy.Policies;
import dev.comanda.ops.policy.PolicyTable;
import dev.comanda.ops.policy.PolicyTable.Row;
import dev.comanda.ops.policy.PolicyVersion;
import dev.comanda.web.look.Paging;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The policies, each as its table, with what its rows decided of late. */
@Controller
class PolicyPages {

    static final int DAYS = 30;

    private static final String DMN = "application/dmn+xml";

    private final Policies policies;
    private final PolicyHistory history;
    private final PolicyWords words;
    private final Clock clock;
    private final ZoneId zone;

    PolicyPages(
            Policies policies,
            PolicyHistory history,
            PolicyWords words,
            Clock clock,
            @Value("${comanda.zone:America/Sao_Paulo}") String zone) {
        this.policies = policies;
        this.history = history;
        this.words = words;
        this.clock = clock;
        this.zone = ZoneId.of(zone);
    }

    /** A policy of the list; {@code since} is null where the version has not decided yet. */
    record ShownPolicy(PolicyVersion version, @Nullable LocalDate since, PolicyUse use, List<RowUse> rows) {}

    /** A row with what it says in words and how often it fired. */
    record ShownRow(Row row, String sentence, RowUse use) {}

    @GetMapping("/policies")
    String list(Model model) {
        Period period = lastDays();
        List<PolicyUse> uses = history.policies(period);
        List<RowUse> rows = history.rows(period);
        model.addAttribute("days", DAYS);
        model.addAttribute("period", period);
        model.addAttribute(
                "policies",
                policies.versions().stream()
                        .map(version -> new ShownPolicy(
                                version,
                                history.firstUsedOn(version.contentId()).orElse(null),
                                useOf(version.key(), uses),
                                rowsOf(version.key(), rows)))
                        .toList());
        return "policies";
    }

    private static PolicyUse useOf(String policy, List<PolicyUse> uses) {
        return uses.stream()
                .filter(use -> use.policy().equals(policy))
                .findFirst()
                .orElseGet(() -> new PolicyUse(policy, 0, 0, 0));
    }

    private static List<RowUse> rowsOf(String policy, List<RowUse> rows) {
        return rows.stream().filter(use -> use.policy().equals(policy)).toList();
    }

    /** The days up to the last night that decided, so that they say something whenever somebody looks. */
    Period lastDays() {
        LocalDate last = history.lastDecidedOn().orElseGet(() -> LocalDate.now(clock.withZone(zone)));
        return new Period(last.minusDays(DAYS - 1), last.plusDays(1));
    }

    @GetMapping("/policies/{key}")
    String table(@PathVariable String key, Model model) {
        add(key, model);
        model.addAttribute("form", TrialForm.of(tableOf(key), lastDays()));
        return "policy";
    }

    void add(String key, Model model) {
        PolicyTable table = tableOf(key);
        List<RowUse> uses = rowsOf(key, history.rows(lastDays()));
        model.addAttribute("table", table);
        model.addAttribute("days", DAYS);
        model.addAttribute("version", policies.version(key));
        history.firstUsedOn(policies.version(key).contentId()).ifPresent(since -> model.addAttribute("since", since));
        model.addAttribute(
                "rows",
                table.rows().stream().map(row -> shown(table, row, uses)).toList());
        model.addAttribute(
                "formerRows",
                uses.stream()
                        .filter(use ->
                                table.rows().stream().noneMatch(row -> row.id().equals(use.row())))
                        .toList());
    }

    private ShownRow shown(PolicyTable table, Row row, List<RowUse> uses) {
        RowUse use = uses.stream()
                .filter(each -> each.row().equals(row.id()))
                .findFirst()
                .orElseGet(() -> new RowUse(table.key(), row.id(), 0, new TreeMap<>()));
        return new ShownRow(row, words.sentence(policies.explanations(table.key()), table.verdict(row.id())), use);
    }

    @GetMapping("/policies/{key}/rows/{row}")
    String row(
            @PathVariable String key,
            @PathVariable String row,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        PolicyTable table = tableOf(key);
        model.addAttribute("table", table);
        model.addAttribute("row", row);
        model.addAttribute(
                "decisions", Paging.read(page, (offset, limit) -> history.decisions(key, row, offset, limit)));
        return "policy-row";
    }

    @GetMapping("/policies/{key}/table")
    ResponseEntity<byte[]> download(@PathVariable String key) {
        PolicyTable table = tableOf(key);
        ContentDisposition asFile = ContentDisposition.attachment()
                .filename(key + ".dmn", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, asFile.toString())
                .contentType(MediaType.parseMediaType(DMN))
                .body(table.dmn().getBytes(StandardCharsets.UTF_8));
    }

    PolicyTable tableOf(String key) {
        return policies.tables().stream()
                .filter(table -> table.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
