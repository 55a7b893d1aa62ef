package dev.comanda.batch.readers.text;

import dev.comanda.ops.wording.Printable;

/** What comes from a file as a sentence may show it: short, on one line, and only what can be shown. */
public final class Quoted {

    private static final int SHOWN = 40;
    private static final int SHOWN_OF_MESSAGE = 300;

    private Quoted() {}

    /** A value, in quotes. */
    public static String of(String value) {
        return "'" + Printable.value(value, SHOWN, "…") + "'";
    }

    /** What a parser says, which may repeat what it read; without quotes. */
    public static String message(String text) {
        return Printable.line(text, SHOWN_OF_MESSAGE);
    }
}
