package dev.comanda.ops.wording;

/** Text from outside as a sentence may show it: on one line, not too long, and only what can be shown. */
public final class Printable {

    private static final String CUT = "…";

    private Printable() {}

    /**
     * The text with white space as single spaces and a question mark for each character that a terminal obeys, that turns the writing round
     * or that is half of one.
     *
     * @param longest how many characters at most; where it is cut, an ellipsis says so
     */
    public static String line(String text, int longest) {
        return characters(text.replaceAll("\\s+", " "), longest, CUT);
    }

    /** The same, with a question mark also for white space that is no space: a value is shown as it is. */
    public static String value(String text, int longest, String cut) {
        return characters(text, longest, cut);
    }

    private static String characters(String text, int longest, String cut) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(longest).map(each -> isShown(each) ? each : '?').forEach(shown::appendCodePoint);
        return text.codePointCount(0, text.length()) > longest ? shown + cut : shown.toString();
    }

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
