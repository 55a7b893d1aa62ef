package dev.comanda.batch.readers.text;

/** What comes from a file as a sentence may show it: short, on one line, and only what can be shown. */
public final class Quoted {

    private static final int SHOWN = 40;
    private static final int SHOWN_OF_MESSAGE = 300;

    private Quoted() {}

    /** A value, in quotes. */
    public static String of(String value) {
        return "'" + shown(value, SHOWN) + "'";
    }

    /** What a parser says, which may repeat what it read; without quotes. */
    public static String message(String text) {
        return shown(text.replaceAll("\\s+", " "), SHOWN_OF_MESSAGE);
    }

    private static String shown(String text, int longest) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(longest).map(each -> isShown(each) ? each : '?').forEach(shown::appendCodePoint);
        return text.codePointCount(0, text.length()) > longest ? shown + "…" : shown.toString();
    }

    /** Neither what a terminal obeys nor what turns the writing round nor half of a character. */
    private static boolean isShown(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
