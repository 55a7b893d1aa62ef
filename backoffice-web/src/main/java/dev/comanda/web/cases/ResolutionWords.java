package dev.comanda.web.cases;

import dev.comanda.ops.decision.CaseResolutions;
import dev.comanda.ops.decision.CaseResolutions.Limit;
import dev.comanda.ops.decision.CaseResolutions.Proposed;
import dev.comanda.ops.decision.CaseResolutions.Refused;
import dev.comanda.web.look.Shown;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says why something was not decided, or not by one person alone; templates call it as {@code @resolutionWords}. */
@Component
public class ResolutionWords {

    private final MessageSource messages;
    private final Shown shown;

    ResolutionWords(MessageSource messages, Shown shown) {
        this.messages = messages;
        this.shown = shown;
    }

    public String of(Refused refused) {
        return say("resolve.refused." + refused.reason(), amounts(refused.limit()));
    }

    public String of(Proposed proposed) {
        Limit limit = proposed.limit();
        if (limit == null) {
            return say("resolve.proposed", shown.amount(CaseResolutions.MOST_FOR_ONE_PERSON));
        }
        return say(limit.ofDay() ? "resolve.proposed.day" : "resolve.proposed.case", amounts(limit));
    }

    /** The limits of a case and of a day, and what of the day's is used. */
    private Object[] amounts(@Nullable Limit limit) {
        return limit == null
                ? new Object[0]
                : new Object[] {
                    shown.money(limit.perCase(), limit.currency()),
                    shown.money(limit.perDay(), limit.currency()),
                    shown.money(limit.used(), limit.currency())
                };
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
