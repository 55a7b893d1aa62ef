package dev.comanda.web.look;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says in words what codes and columns are called ({@code names.properties}); templates call it as {@code @names}. */
@Component
public class Names {

    private static final List<String> CAUSES = List.of("break.type", "law", "reject.reason");

    private final MessageSource messages;

    Names(MessageSource messages) {
        this.messages = messages;
    }

    /** What a case came from, whatever its kind: no two groups share a code. */
    public String cause(String code) {
        return CAUSES.stream()
                .map(group -> of(group, code))
                .filter(name -> !name.equals(code))
                .findFirst()
                .orElse(code);
    }

    /** The name of the group's code; the code itself where nobody gave it one. */
    public String of(String group, @Nullable Object code) {
        String text = String.valueOf(code);
        String name = messages.getMessage(group + "." + text, null, text, LocaleContextHolder.getLocale());
        return name == null ? text : name;
    }
}
