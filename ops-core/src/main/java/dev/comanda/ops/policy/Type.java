package dev.comanda.ops.policy;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What an input holds, and what an entry of its column may say: of FEEL, lists of strings, comparisons and intervals of
 * decimal numbers, and true and false. No more, so that a table that somebody tries out can neither call nor loop.
 */
enum Type {
    STRING(Type.STRINGS + "|not\\(\\s*+" + Type.STRINGS + "\\s*+\\)"),
    NUMBER("(?:[<>]=?\\s*+)?" + Type.DECIMAL + "|[\\[\\](]" + Type.DECIMAL + "\\.\\." + Type.DECIMAL + "[\\])\\[]"),
    BOOLEAN("true|false");

    private static final String QUOTED = "\"[\\p{Alnum}_.-]{0,64}+\"";
    private static final String STRINGS = Type.QUOTED + "(?:\\s*+,\\s*+" + Type.QUOTED + ")*+";
    private static final String DECIMAL = "\\d{1,18}+(?:\\.\\d{1,18}+)?+";

    private final Pattern entry;

    Type(String entry) {
        this.entry = Pattern.compile(entry);
    }

    boolean admits(String text) {
        return entry.matcher(text).matches();
    }

    /** As DMN writes it. */
    String typeRef() {
        return name().toLowerCase(Locale.ROOT);
    }
}
