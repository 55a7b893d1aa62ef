package dev.comanda.batch.readers.text;

import dev.comanda.ops.ingest.ReasonCode;

/** References and names as files write them: text, and short enough to be found again by an index of the database. */
public final class ShortText {

    /** A reference has at most this many characters; what is longer is none. */
    public static final int MAX_LENGTH = 500;

    private ShortText() {}

    /** The text, unless it is too long or holds what is no character. */
    public static String checked(String text, String field) throws RefusedRecordException {
        if (text.length() > MAX_LENGTH) {
            throw RefusedRecordException.violation(
                    "%s has %,d characters; at most %d are taken".formatted(field, text.length(), MAX_LENGTH));
        }
        if (text.codePoints().anyMatch(ShortText::isHalfOfAPair)) {
            throw new RefusedRecordException(
                    ReasonCode.UNREADABLE_TEXT, "%s holds half of a surrogate pair, which is no text".formatted(field));
        }
        return text;
    }

    private static boolean isHalfOfAPair(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
