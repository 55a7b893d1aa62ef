package dev.comanda.batch.feeds;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The place in an event's JSON, and the canonical text of what was read. Each method reads the value at the place and leaves
 * the place at the value's end.
 */
final class JsonReading {

    /** Beyond it a number is no measure of anything, and no database column takes it. */
    private static final int LARGEST_EXPONENT = 300;

    private static final int LARGEST_INT_DIGITS = 10;

    final JsonParser parser;
    final CanonicalJson canonical;
    private @Nullable String outOfRange;

    JsonReading(JsonParser parser, CanonicalJson canonical) {
        this.parser = parser;
        this.canonical = canonical;
    }

    boolean isString() {
        return parser.currentToken() == JsonToken.VALUE_STRING;
    }

    boolean isNumber() {
        return parser.currentToken().isNumeric();
    }

    boolean isNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    /** A string, which goes to the canonical text as it is. */
    String string(String wanted) {
        require(JsonToken.VALUE_STRING, wanted);
        char[] chars = parser.getStringCharacters();
        int from = parser.getStringOffset();
        int length = parser.getStringLength();
        canonical.bytes().writeText(chars, from, length);
        return new String(chars, from, length);
    }

    /** A whole number from least to the largest int. */
    int wholeNumber(int least) {
        String wanted = "must be a whole number of at least " + least;
        require(JsonToken.VALUE_NUMBER_INT, wanted);
        long value = parser.getStringLength() > LARGEST_INT_DIGITS ? -1 : parser.getLongValue();
        if (value < least || value > Integer.MAX_VALUE) {
            throw Refusal.violation(wanted + " and at most " + Integer.MAX_VALUE + ", but is " + shown());
        }
        canonical.bytes().writeAscii(Long.toString(value));
        return (int) value;
    }

    void require(JsonToken token, String wanted) {
        if (parser.currentToken() != token) {
            throw Refusal.violation(wanted + ", but is " + shown());
        }
    }

    /** The value at the place, for a sentence. */
    String shown() {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case VALUE_STRING -> Refusal.quoted(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "the number " + parser.getString();
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            default -> parser.getString();
        };
    }

    /** A value without a rule of its own: whatever it is, it counts for the content, and it must fit into a database. */
    void ruleless() {
        anything();
        if (outOfRange != null) {
            throw Refusal.violation("holds the number " + Refusal.quoted(outOfRange) + ", which is out of any range");
        }
    }

    /** Any JSON. */
    void anything() {
        switch (parser.currentToken()) {
            case START_OBJECT -> anyObject();
            case START_ARRAY -> anyArray();
            case VALUE_STRING -> string("must be a string");
            case VALUE_NUMBER_INT -> canonical.bytes().writeAscii(parser.getString());
            case VALUE_NUMBER_FLOAT -> canonical.bytes().writeAscii(plainest(parser.getString()));
            default -> canonical.bytes().writeAscii(parser.getString());
        }
    }

    private void anyObject() {
        CanonicalJson.ObjectStart object = canonical.startObject();
        int index = 0;
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            canonical.startMember(name);
            parser.nextToken();
            anything();
            canonical.endMember(object, index++);
        }
        canonical.endObject(object);
    }

    private void anyArray() {
        int start = canonical.startArray();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            anything();
            canonical.endElement();
        }
        canonical.endArray(start);
    }

    /** 2.50, 25e-1 and 2.5 are one number and get one text. */
    private String plainest(String number) {
        BigDecimal value = inRange(number);
        if (value == null) {
            outOfRange = number;
            return number;
        }
        return value.toPlainString();
    }

    /** Null where the exponent is beyond what a database keeps, or beyond what Java can count to. */
    private static @Nullable BigDecimal inRange(String number) {
        try {
            BigDecimal value = new BigDecimal(number).stripTrailingZeros();
            long exponent = (long) value.precision() - value.scale();
            return Math.abs(exponent) > LARGEST_EXPONENT ? null : value;
        } catch (NumberFormatException | ArithmeticException e) {
            return null;
        }
    }
}
