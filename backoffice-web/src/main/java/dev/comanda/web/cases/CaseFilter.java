package dev.comanda.web.cases;

import dev.comanda.ops.casework.CaseQuery;
import dev.comanda.ops.casework.CaseStatus;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What somebody looks for, as it stands in the address; every page from the queue on keeps it. What is empty or none of the
 * choices asks for nothing.
 *
 * @param status OPEN where nothing is chosen, ANY for all
 * @param who MINE, NOBODY, or empty for anybody
 * @param least the least money, in digits with a point or a comma
 */
public record CaseFilter(
        @Nullable String status,
        @Nullable String owner,
        @Nullable String cause,
        @Nullable String who,
        @Nullable String overdue,
        @Nullable String least,
        @Nullable String text) {

    static final String ANY = "ANY";
    static final String MINE = "MINE";
    static final String NOBODY = "NOBODY";

    public CaseFilter {
        status = status == null || status.isEmpty() ? CaseStatus.OPEN.name() : status;
    }

    CaseQuery query(String person) {
        return new CaseQuery(
                Arrays.stream(CaseStatus.values())
                        .filter(each -> each.name().equals(status))
                        .findFirst(),
                given(owner),
                given(cause),
                MINE.equals(who) ? Optional.of(person) : Optional.empty(),
                NOBODY.equals(who),
                isOverdue(),
                amount(),
                text == null ? "" : text);
    }

    public boolean isOverdue() {
        return "true".equals(overdue);
    }

    private static Optional<String> given(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).filter(each -> !each.isEmpty());
    }

    /** Thousands are not separated: who writes 1.000 means one, and sees it in the field. */
    private Optional<BigDecimal> amount() {
        return given(least)
                .map(each -> each.replace(',', '.'))
                .filter(each -> each.matches("\\d{1,15}(\\.\\d{1,4})?"))
                .map(BigDecimal::new);
    }

    /** Whether an amount was written that is none. */
    public boolean isLeastUnreadable() {
        return given(least).isPresent() && amount().isEmpty();
    }

    /** What narrows the queue, by parameter; the status only where it is not the usual one. */
    public Map<String, String> chosen() {
        Map<String, String> chosen = new LinkedHashMap<>();
        Map<String, @Nullable String> all = new LinkedHashMap<>();
        all.put("status", CaseStatus.OPEN.name().equals(status) ? null : status);
        all.put("owner", owner);
        all.put("cause", cause);
        all.put("who", who);
        all.put("overdue", isOverdue() ? overdue : null);
        all.put("least", least);
        all.put("text", text);
        all.forEach((name, value) -> given(value).ifPresent(each -> chosen.put(name, each)));
        return chosen;
    }

    /** The end of an address that keeps the filter; empty where there is none. */
    public String suffix() {
        return suffixWithout("");
    }

    public String suffixWithout(String parameter) {
        UriComponentsBuilder address = UriComponentsBuilder.newInstance();
        Map<String, String> values = chosen();
        values.remove(parameter);
        values.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return values.isEmpty() ? "" : address.encode().buildAndExpand(values).toUriString();
    }
}
