package dev.comanda.web.cases;

import dev.comanda.ops.casework.TimelineEntry;
import dev.comanda.ops.decision.PastDecisions.PastDecision;
import dev.comanda.web.look.Names;
import dev.comanda.web.look.Shown;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says what happened to a case; templates call it as {@code @caseWords}. */
@Component
public class CaseWords {

    private final Names names;
    private final Shown shown;

    CaseWords(Names names, Shown shown) {
        this.names = names;
        this.shown = shown;
    }

    /** What a policy looked at, by the names of its circumstances; what was empty is left out. */
    public Map<String, String> circumstances(PastDecision decision) {
        Map<String, String> said = new LinkedHashMap<>();
        decision.circumstances().values().forEach((name, value) -> {
            if (!String.valueOf(value).isEmpty()) {
                said.put(names.of("circumstance", name), circumstance(name, value));
            }
        });
        return said;
    }

    private String circumstance(String name, Object value) {
        return switch (name) {
            case "cause" -> names.cause(value.toString());
            case "amount" -> shown.amount((BigDecimal) value);
            case "reconciliation", "side", "partyKind", "fileMissing", "withinDailyCap" -> names.of(name, value);
            default -> value.toString();
        };
    }

    /** The first line of an entry's detail: the name of its code, or what it says where it is none. */
    public String codeOf(TimelineEntry entry) {
        return switch (entry.kind()) {
            case "OPENED" -> names.cause(entry.code());
            case "ESCALATED", "HANDED_OVER" -> names.of("team", entry.code());
            case "DECIDED", "CLOSED", "REOPENED", "PROPOSED", "APPROVED", "REFUSED", "MATCHED_LATER" ->
                names.of("resolution", entry.code());
            default -> entry.code();
        };
    }
}
