package dev.comanda.web.cases;

import dev.comanda.ops.casework.Attachment;
import dev.comanda.ops.casework.CaseKind;
import dev.comanda.ops.casework.CaseView;
import dev.comanda.ops.casework.Cases;
import dev.comanda.ops.decision.CaseResolutions;
import dev.comanda.ops.decision.OfferedResolutions;
import dev.comanda.ops.decision.PastDecisions;
import dev.comanda.ops.ingest.SourceViews;
import dev.comanda.ops.reconciliation.ReconciliationViews;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** One case: what it is about, what was decided and why, what happened, and what can be done. */
@Controller
class CasePages {

    private static final int BREAKS = 20;
    private static final int ENTRIES = 500;

    private final Cases cases;
    private final CaseResolutions resolutions;
    private final PastDecisions decisions;
    private final ReconciliationViews reconciliations;
    private final SourceViews sources;
    private final Teams teams;

    CasePages(
            Cases cases,
            CaseResolutions resolutions,
            PastDecisions decisions,
            ReconciliationViews reconciliations,
            SourceViews sources,
            Teams teams) {
        this.cases = cases;
        this.resolutions = resolutions;
        this.decisions = decisions;
        this.reconciliations = reconciliations;
        this.sources = sources;
        this.teams = teams;
    }

    @GetMapping("/cases/{id}")
    String show(@PathVariable UUID id, CaseFilter filter, Principal principal, Model model) {
        add(id, filter, principal, model);
        return "case";
    }

    void add(UUID id, CaseFilter filter, Principal principal, Model model) {
        CaseView item = cases.find(id).orElseThrow(CasePages::notFound);
        model.addAttribute("item", item);
        model.addAttribute("filter", filter);
        model.addAttribute("timeline", cases.timeline(id, ENTRIES));
        model.addAttribute("attachments", cases.attachments(id));
        model.addAttribute("mostBytes", Attachment.MOST_BYTES);
        model.addAttribute("decisions", decisions.of(id));
        model.addAttribute("people", cases.people());
        model.addAttribute("teams", teams.all());
        model.addAttribute("offered", OfferedResolutions.of(item));
        resolutions.waitingFor(id).ifPresent(waiting -> model.addAttribute("waiting", waiting));
        cases.next(id, filter.query(principal.getName())).ifPresent(next -> model.addAttribute("next", next));
        model.addAttribute(
                "breaks",
                cases.breaks(id).stream()
                        .limit(BREAKS)
                        .flatMap(each -> reconciliations.findBreak(each).stream())
                        .toList());
        if (item.kind() == CaseKind.REJECT) {
            model.addAttribute("sources", sources.named(item.subject(), 1));
        }
    }

    @GetMapping("/cases/{id}/attachments/{attachment}")
    ResponseEntity<byte[]> download(@PathVariable UUID id, @PathVariable long attachment) {
        Attachment file = cases.attachments(id).stream()
                .filter(each -> each.id() == attachment)
                .findFirst()
                .orElseThrow(CasePages::notFound);
        byte[] content = cases.content(id, attachment).orElseThrow(CasePages::notFound);
        ContentDisposition asFile = ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, asFile.toString())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(content);
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
