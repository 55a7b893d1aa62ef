package dev.comanda.web.close;

import dev.comanda.web.look.Names;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The words of a pack, in the reader's language. */
@Component
class PackWords {

    private final MessageSource messages;
    private final Names names;

    PackWords(MessageSource messages, Names names) {
        this.messages = messages;
        this.names = names;
    }

    String say(String key, Object... values) {
        return messages.getMessage(key, values, LocaleContextHolder.getLocale());
    }

    String name(String group, String code) {
        return names.of(group, code);
    }
}
