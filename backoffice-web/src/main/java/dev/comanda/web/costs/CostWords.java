package dev.comanda.web.costs;

import dev.comanda.cost.allocation.Attribute;
import dev.comanda.cost.allocation.Condition;
import dev.comanda.cost.allocation.Naming;
import dev.comanda.cost.allocation.Owner;
import dev.comanda.cost.allocation.Rule;
import dev.comanda.cost.allocation.Share;
import dev.comanda.cost.allocation.Split;
import dev.comanda.cost.charge.ReportKey;
import dev.comanda.cost.report.Span;
import dev.comanda.web.look.Names;
import dev.comanda.web.look.Shown;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says keys, values and rules of cost in the reader's language; templates call it as {@code @costWords}. */
@Component("costWords")
public class CostWords {

    private static final String KEY = "cost.key";
    private static final int PERCENT_OF_BILLIONTHS = 7;

    private final Names names;
    private final Shown shown;

    CostWords(Names names, Shown shown) {
        this.names = names;
        this.shown = shown;
    }

    /** What a key is called; a tag by its own name. */
    public String key(ReportKey key) {
        return key instanceof ReportKey.Tag tag ? names.of(KEY, "tag") + " " + tag.key() : names.of(KEY, key.code());
    }

    /** What a rule looks at. */
    public String attribute(Attribute attribute) {
        return attribute instanceof Attribute.Key key
                ? key(key.key())
                : names.of(KEY, "cost_category") + " " + ((Attribute.CostCategory) attribute).name();
    }

    /** What a charge has of a key: a code as it is, what nobody owns or nothing has in words. */
    public String value(String value) {
        return value.isEmpty() || isNobodys(value) ? names.of("cost.value", value.isEmpty() ? "none" : value) : value;
    }

    public boolean isNobodys(String value) {
        return value.equals(Owner.UNALLOCATED) || value.equals(Owner.IDLE);
    }

    /** When a rule holds; nothing where it always does. */
    public List<String> conditions(List<Condition> conditions) {
        return conditions.stream()
                .map(each -> attribute(each.attribute()) + ": " + String.join(", ", each.patterns()))
                .toList();
    }

    /** What a rule says of the charges for which it holds. */
    public List<String> says(Rule rule) {
        List<String> said = new ArrayList<>();
        for (Owner owner : Owner.values()) {
            rule.names(owner)
                    .ifPresent(
                            name -> said.add(names.of(KEY, owner.name().toLowerCase(Locale.ROOT)) + ": " + said(name)));
        }
        if (rule.shared() != null) {
            said.add(shared(rule.shared()));
        }
        return said;
    }

    private String said(Naming name) {
        return name instanceof Naming.Fixed fixed
                ? fixed.name()
                : names.of("cost.naming", "value") + " " + attribute(((Naming.ValueOf) name).attribute());
    }

    private String shared(Split split) {
        if (split instanceof Split.Fixed fixed) {
            return names.of("cost.split", "fixed") + ": "
                    + fixed.weights().entrySet().stream()
                            .map(each -> each.getKey() + " " + each.getValue().toPlainString())
                            .collect(Collectors.joining(", "));
        }
        String how =
                split instanceof Split.Even ? "even" : split instanceof Split.Proportional ? "proportional" : "usage";
        String among = split.among().isEmpty() ? "" : " (" + String.join(", ", split.among()) + ")";
        return names.of("cost.split", how) + among;
    }

    /** A share in percent, to its last digit. */
    public String share(Share share) {
        return shown.amount(new BigDecimal(share.billionths()).movePointLeft(PERCENT_OF_BILLIONTHS)) + "\u00a0%";
    }

    public String span(Span span) {
        if (span.days() != null) {
            return shown.date(span.first()) + " – " + shown.date(span.last());
        }
        return span.from().equals(span.to())
                ? shown.month(span.from())
                : shown.month(span.from()) + " – " + shown.month(span.to());
    }
}
